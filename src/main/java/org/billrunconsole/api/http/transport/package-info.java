/** Sends one HTTP exchange: time limits, size limits, proxy, and whether a request has reached the server. */
@NullMarked
package org.billrunconsole.api.http.transport;

import org.jspecify.annotations.NullMarked;
