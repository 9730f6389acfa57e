/** What operators have written down of runs, on disk. */
@NullMarked
package org.billrunconsole.journal.notes;

import org.jspecify.annotations.NullMarked;
