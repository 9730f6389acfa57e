/** How long a journal of many lines takes to open, and in how much memory. */
@NullMarked
package org.billrunconsole.bench.journal;

import org.jspecify.annotations.NullMarked;
