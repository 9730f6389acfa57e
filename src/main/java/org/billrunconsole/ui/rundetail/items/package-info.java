/** The inventory items of an ad hoc run as lists. */
@NullMarked
package org.billrunconsole.ui.rundetail.items;

import org.jspecify.annotations.NullMarked;
