/** What a bill run is and which step is legal next; records, enums and rules without I/O. */
@NullMarked
package org.billrunconsole.domain;

import org.jspecify.annotations.NullMarked;
