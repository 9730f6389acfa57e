/** Many runs on the window: the bar and the sheets that make a plan, the panel that shows it, and its results. */
@NullMarked
package org.billrunconsole.ui.plan;

import org.jspecify.annotations.NullMarked;
