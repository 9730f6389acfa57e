/** Words, dates, numbers and money as people read them. */
@NullMarked
package org.billrunconsole.i18n;

import org.jspecify.annotations.NullMarked;
