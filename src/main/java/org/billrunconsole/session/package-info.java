/** Signs in to a connection and keeps the token fresh; chooses its proxy; tests why a connection fails. */
@NullMarked
package org.billrunconsole.session;

import org.jspecify.annotations.NullMarked;
