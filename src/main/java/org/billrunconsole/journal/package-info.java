/** What this console did and saw, kept on disk before and after it happened, line upon line and never rewritten. */
@NullMarked
package org.billrunconsole.journal;

import org.jspecify.annotations.NullMarked;
