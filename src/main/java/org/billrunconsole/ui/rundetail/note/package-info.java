/** The operator's own note on the run in the pane: shown, and written. */
@NullMarked
package org.billrunconsole.ui.rundetail.note;

import org.jspecify.annotations.NullMarked;
