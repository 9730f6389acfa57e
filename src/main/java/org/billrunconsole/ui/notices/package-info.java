/** Notices at the edge of the window and on the desktop. */
@NullMarked
package org.billrunconsole.ui.notices;

import org.jspecify.annotations.NullMarked;
