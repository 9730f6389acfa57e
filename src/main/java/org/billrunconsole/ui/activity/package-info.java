/** What was done and seen on this connection: the journal as a table. */
@NullMarked
package org.billrunconsole.ui.activity;

import org.jspecify.annotations.NullMarked;
