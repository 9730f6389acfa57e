/** Faults that a test or a person can order: refusals, cut-off answers, silence. */
@NullMarked
package org.billrunconsole.sandbox.faults;

import org.jspecify.annotations.NullMarked;
