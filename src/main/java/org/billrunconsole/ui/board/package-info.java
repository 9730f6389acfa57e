/** The board of a month: where each of its runs stands, what waits for a person and what is late. */
@NullMarked
package org.billrunconsole.ui.board;

import org.jspecify.annotations.NullMarked;
