/** The pane that shows one run: where it stands, what can be done, every field. */
@NullMarked
package org.billrunconsole.ui.rundetail;

import org.jspecify.annotations.NullMarked;
