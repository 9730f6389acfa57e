/** Pages for people: text in any script, tables and line charts as PDF. */
@NullMarked
package org.billrunconsole.export.pdf;

import org.jspecify.annotations.NullMarked;
