/** Where the keyboard goes when the control that has it is taken away or can no longer be used. */
@NullMarked
package org.billrunconsole.ui.kit.focus;

import org.jspecify.annotations.NullMarked;
