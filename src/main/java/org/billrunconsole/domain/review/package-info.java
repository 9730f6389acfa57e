/** Checks of a run before a step, and their thresholds. */
@NullMarked
package org.billrunconsole.domain.review;

import org.jspecify.annotations.NullMarked;
