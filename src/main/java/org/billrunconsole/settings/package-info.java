/** What the operator set up: connections, preferences and the window's layout in files, passwords in the OS key store. */
@NullMarked
package org.billrunconsole.settings;

import org.jspecify.annotations.NullMarked;
