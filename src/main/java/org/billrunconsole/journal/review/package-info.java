/** What reviews are measured against later, on disk: the figures of drafts, and what operators have looked at. */
@NullMarked
package org.billrunconsole.journal.review;

import org.jspecify.annotations.NullMarked;
