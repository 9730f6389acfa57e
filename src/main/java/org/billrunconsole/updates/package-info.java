/** Asks once a day whether there is a newer version, and does no more than say so. */
@NullMarked
package org.billrunconsole.updates;

import org.jspecify.annotations.NullMarked;
