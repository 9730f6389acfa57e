/** What deserves a look before a step: checks, reasons for attention, analysis of a run. */
@NullMarked
package org.billrunconsole.runs.review;

import org.jspecify.annotations.NullMarked;
