/**
 * The rows of a list of runs: what is known of each, which of them a filter lets through, and in which order. Long lists
 * are gone through away from the window's thread.
 */
@NullMarked
package org.billrunconsole.ui.runlist.rows;

import org.jspecify.annotations.NullMarked;
