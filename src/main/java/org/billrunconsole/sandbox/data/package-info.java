/** Billing cycles, users and customers of the sandbox. */
@NullMarked
package org.billrunconsole.sandbox.data;

import org.jspecify.annotations.NullMarked;
