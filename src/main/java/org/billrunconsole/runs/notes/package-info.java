/** What operators have written down of runs for themselves. */
@NullMarked
package org.billrunconsole.runs.notes;

import org.jspecify.annotations.NullMarked;
