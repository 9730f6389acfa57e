/** Runs as all parts of the program read them: the store, the lists, reference data, how fresh it all is. */
@NullMarked
package org.billrunconsole.runs;

import org.jspecify.annotations.NullMarked;
