/** Connections and signing in: adding, changing, testing and choosing systems, and the welcome of the first start. */
@NullMarked
package org.billrunconsole.ui.connect;

import org.jspecify.annotations.NullMarked;
