/** The table of bill runs with its toolbar. */
@NullMarked
package org.billrunconsole.ui.runlist;

import org.jspecify.annotations.NullMarked;
