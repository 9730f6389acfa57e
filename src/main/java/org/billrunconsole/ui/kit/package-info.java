/** Parts every screen is made of: FXML loading, cells, progress, dialogs, style names. */
@NullMarked
package org.billrunconsole.ui.kit;

import org.jspecify.annotations.NullMarked;
