/** Tables as files that spreadsheets open: what their cells hold, and how that is written as CSV and XLSX. */
@NullMarked
package org.billrunconsole.export;

import org.jspecify.annotations.NullMarked;
