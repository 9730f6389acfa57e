/** What a plan is doing, how it ended, and what was left of one that an earlier console began. */
@NullMarked
package org.billrunconsole.ui.plan.panel;

import org.jspecify.annotations.NullMarked;
