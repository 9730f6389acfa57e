/** The HTTP side of the sandbox: its server, and the requests that only its owner may send. */
@NullMarked
package org.billrunconsole.sandbox.server;

import org.jspecify.annotations.NullMarked;
