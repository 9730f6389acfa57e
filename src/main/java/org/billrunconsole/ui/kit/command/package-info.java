/** What can be done with runs besides their steps, for all menus that offer it. */
@NullMarked
package org.billrunconsole.ui.kit.command;

import org.jspecify.annotations.NullMarked;
