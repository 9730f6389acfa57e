/** The console against a page in a browser with the same rows. */
@NullMarked
package org.billrunconsole.bench.peer;

import org.jspecify.annotations.NullMarked;
