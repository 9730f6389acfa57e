/** What the journal holds of one run, with its place in the chain of hashes. */
@NullMarked
package org.billrunconsole.journal.excerpt;

import org.jspecify.annotations.NullMarked;
