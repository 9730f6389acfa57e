/** Saves what a screen shows as a file for spreadsheets: the menu that offers it, and the notice that tells of it. */
@NullMarked
package org.billrunconsole.ui.kit.export;

import org.jspecify.annotations.NullMarked;
