/** The Bill Run API over HTTP: wire mapping, retried reads, and writes that are sent at most once. */
@NullMarked
package org.billrunconsole.api.http;

import org.jspecify.annotations.NullMarked;
