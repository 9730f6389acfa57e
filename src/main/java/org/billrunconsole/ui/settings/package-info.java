/** The operator's preferences, and the diagnostics to send to whoever helps. */
@NullMarked
package org.billrunconsole.ui.settings;

import org.jspecify.annotations.NullMarked;
