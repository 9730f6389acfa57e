/** The confirmation of a step, and what becomes of it. */
@NullMarked
package org.billrunconsole.ui.actions;

import org.jspecify.annotations.NullMarked;
