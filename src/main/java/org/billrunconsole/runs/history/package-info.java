/** What was seen of each run: recorder, stage durations, estimates, trends. */
@NullMarked
package org.billrunconsole.runs.history;

import org.jspecify.annotations.NullMarked;
