/** The lines of the journal and of the history: JSON, hashes, and what is filtered out. */
@NullMarked
package org.billrunconsole.journal.format;

import org.jspecify.annotations.NullMarked;
