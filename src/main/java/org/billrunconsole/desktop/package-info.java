/** Shows messages through the operating system while the window is not in front. */
@NullMarked
package org.billrunconsole.desktop;

import org.jspecify.annotations.NullMarked;
