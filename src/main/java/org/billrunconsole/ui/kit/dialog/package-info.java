/** Dialogs: a card over the window that owns the keyboard while it is open. */
@NullMarked
package org.billrunconsole.ui.kit.dialog;

import org.jspecify.annotations.NullMarked;
