/** The port to the Elevate Bill Run API: its operations, queries and tokens, free of HTTP. */
@NullMarked
package org.billrunconsole.api;

import org.jspecify.annotations.NullMarked;
