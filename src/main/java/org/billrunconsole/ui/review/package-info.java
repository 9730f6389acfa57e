/** The review of an open run by customer, as shown. */
@NullMarked
package org.billrunconsole.ui.review;

import org.jspecify.annotations.NullMarked;
