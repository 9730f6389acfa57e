/** How long it takes from a click to the request on the wire. */
@NullMarked
package org.billrunconsole.bench.write;

import org.jspecify.annotations.NullMarked;
