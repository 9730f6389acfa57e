/** Plans for many runs on the disk, beside the journal, so that an end of the console loses none. */
@NullMarked
package org.billrunconsole.journal.plans;

import org.jspecify.annotations.NullMarked;
