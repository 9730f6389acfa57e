/**
 * Where work runs: virtual threads for anything that may block, the window's thread for anything that shows. Also what
 * others are told by: listeners.
 */
@NullMarked
package org.billrunconsole.work;

import org.jspecify.annotations.NullMarked;
