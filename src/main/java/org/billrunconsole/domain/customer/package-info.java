/** What the operations beside the bill-run API say of customers and of what is billed to them. */
@NullMarked
package org.billrunconsole.domain.customer;

import org.jspecify.annotations.NullMarked;
