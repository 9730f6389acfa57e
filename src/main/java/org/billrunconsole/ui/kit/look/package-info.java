/** How stages, outcomes and progress look. */
@NullMarked
package org.billrunconsole.ui.kit.look;

import org.jspecify.annotations.NullMarked;
