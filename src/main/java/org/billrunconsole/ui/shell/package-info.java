/** The main window that holds the other screens together. */
@NullMarked
package org.billrunconsole.ui.shell;

import org.jspecify.annotations.NullMarked;
