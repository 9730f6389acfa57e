/** What the screens need of one connection. */
@NullMarked
package org.billrunconsole.runs.desk;

import org.jspecify.annotations.NullMarked;
