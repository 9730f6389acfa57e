/** What was seen of a run over time. */
@NullMarked
package org.billrunconsole.domain.history;

import org.jspecify.annotations.NullMarked;
