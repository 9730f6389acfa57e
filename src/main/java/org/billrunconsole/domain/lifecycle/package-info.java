/** What may be done with a run now, why not, and with which patch. */
@NullMarked
package org.billrunconsole.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
