/** Customers of the sandbox and what is billed to them, consistent with the figures of its runs. */
@NullMarked
package org.billrunconsole.sandbox.customers;

import org.jspecify.annotations.NullMarked;
