/** Reads runs in progress again and again: when, which, how fresh they are, and what to say about it. */
@NullMarked
package org.billrunconsole.runs.monitor;

import org.jspecify.annotations.NullMarked;
