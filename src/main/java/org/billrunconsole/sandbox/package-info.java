/** The embedded Elevate API: a strict server with state, a life cycle driven by a clock, and faults on order. */
@NullMarked
package org.billrunconsole.sandbox;

import org.jspecify.annotations.NullMarked;
