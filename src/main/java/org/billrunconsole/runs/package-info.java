/** What operators do with runs, without a window: the catalogue, the live monitor, the write path. */
@NullMarked
package org.billrunconsole.runs;

import org.jspecify.annotations.NullMarked;
