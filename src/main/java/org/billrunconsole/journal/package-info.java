/** The write-ahead journal and the run history on disk: lines that are only ever added. */
@NullMarked
package org.billrunconsole.journal;

import org.jspecify.annotations.NullMarked;
