/** How long the installed program takes to start, and how much memory it holds then. */
@NullMarked
package org.billrunconsole.bench.start;

import org.jspecify.annotations.NullMarked;
