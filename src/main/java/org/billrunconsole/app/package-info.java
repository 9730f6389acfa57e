/** The composition root: what exists once, what exists once a connection, and the life of the window. */
@NullMarked
package org.billrunconsole.app;

import org.jspecify.annotations.NullMarked;
