/** Two runs of one kind side by side, with what differs between them. */
@NullMarked
package org.billrunconsole.ui.compare;

import org.jspecify.annotations.NullMarked;
