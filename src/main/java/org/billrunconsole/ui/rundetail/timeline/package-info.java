/** What has happened to the run in the pane, of each kind that somebody may look for. */
@NullMarked
package org.billrunconsole.ui.rundetail.timeline;

import org.jspecify.annotations.NullMarked;
