/** One box that finds runs, what can be done with the chosen one, views, connections and settings. */
@NullMarked
package org.billrunconsole.ui.search;

import org.jspecify.annotations.NullMarked;
