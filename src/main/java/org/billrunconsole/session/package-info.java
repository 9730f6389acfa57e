/** Signing in to a connection and staying signed in, trust, proxies, and finding out why a connection fails. */
@NullMarked
package org.billrunconsole.session;

import org.jspecify.annotations.NullMarked;
