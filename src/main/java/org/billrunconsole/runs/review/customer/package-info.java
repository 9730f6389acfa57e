/** Reads what the server says of customers into reviews of runs. */
@NullMarked
package org.billrunconsole.runs.review.customer;

import org.jspecify.annotations.NullMarked;
