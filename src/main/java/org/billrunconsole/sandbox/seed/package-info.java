/** The runs, cycles and users that a sandbox starts with. */
@NullMarked
package org.billrunconsole.sandbox.seed;

import org.jspecify.annotations.NullMarked;
