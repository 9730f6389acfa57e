/** What a review of a run by customer found, and what of it was and was not checked. */
@NullMarked
package org.billrunconsole.domain.review.customer;

import org.jspecify.annotations.NullMarked;
