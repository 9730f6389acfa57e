/** Where work runs: virtual threads for anything that may block, the window's thread for anything that shows. */
@NullMarked
package org.billrunconsole.work;

import org.jspecify.annotations.NullMarked;
