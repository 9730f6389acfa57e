/** Passwords in the key store of the operating system. */
@NullMarked
package org.billrunconsole.settings.secrets;

import org.jspecify.annotations.NullMarked;
