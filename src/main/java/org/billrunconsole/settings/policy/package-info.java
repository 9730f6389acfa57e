/** What the administrators of a computer have laid down for everybody on it, in one file that only they can write. */
@NullMarked
package org.billrunconsole.settings.policy;

import org.jspecify.annotations.NullMarked;
