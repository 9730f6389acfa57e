/** Where the keyboard goes when the control that has it can no longer be used, and its way to the headings of tables. */
@NullMarked
package org.billrunconsole.ui.kit.focus;

import org.jspecify.annotations.NullMarked;
