/** Parts of the pane that show one thing of a run each. */
@NullMarked
package org.billrunconsole.ui.rundetail.part;

import org.jspecify.annotations.NullMarked;
