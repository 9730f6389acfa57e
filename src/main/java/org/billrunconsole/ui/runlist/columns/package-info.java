/** What a table of runs shows in its columns, how wide they are, and what is remembered of them. */
@NullMarked
package org.billrunconsole.ui.runlist.columns;

import org.jspecify.annotations.NullMarked;
