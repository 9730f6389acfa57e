/** The one way in which runs are changed: lock, read, compare, judge, journal, send, verify, reconcile. */
@NullMarked
package org.billrunconsole.runs.write;

import org.jspecify.annotations.NullMarked;
