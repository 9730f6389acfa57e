/** Telling the operator something through the operating system, when the window is not in front. */
@NullMarked
package org.billrunconsole.desktop;

import org.jspecify.annotations.NullMarked;
