/** Whether a server is trusted: certificates, and why one was refused. */
@NullMarked
package org.billrunconsole.session.tls;

import org.jspecify.annotations.NullMarked;
