/** Commands, the requests they become, and what came of them. */
@NullMarked
package org.billrunconsole.domain.write;

import org.jspecify.annotations.NullMarked;
