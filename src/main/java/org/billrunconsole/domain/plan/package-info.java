/** Plans: what is to be done to many runs, how each of them stands, and how each ended. Values only. */
@NullMarked
package org.billrunconsole.domain.plan;

import org.jspecify.annotations.NullMarked;
