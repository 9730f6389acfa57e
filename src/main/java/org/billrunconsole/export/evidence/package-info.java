/** The evidence of what was done to a run: a pack of files that whoever receives it can verify. */
@NullMarked
package org.billrunconsole.export.evidence;

import org.jspecify.annotations.NullMarked;
