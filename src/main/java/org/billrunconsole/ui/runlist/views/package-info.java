/** Saved ways of looking at a list, and those that come with the program. */
@NullMarked
package org.billrunconsole.ui.runlist.views;

import org.jspecify.annotations.NullMarked;
