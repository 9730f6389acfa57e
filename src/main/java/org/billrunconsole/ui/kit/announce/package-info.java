/** What a screen reader is to say by itself: which words, in which order, and the node that carries them. */
@NullMarked
package org.billrunconsole.ui.kit.announce;

import org.jspecify.annotations.NullMarked;
