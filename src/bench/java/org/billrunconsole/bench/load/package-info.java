/** Measures how a long list is read, and what it takes of the memory. */
@NullMarked
package org.billrunconsole.bench.load;

import org.jspecify.annotations.NullMarked;
