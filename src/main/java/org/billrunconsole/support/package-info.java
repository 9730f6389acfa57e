/** What helps to help: the log on disk and the diagnostics a person can send, both without secrets. */
@NullMarked
package org.billrunconsole.support;

import org.jspecify.annotations.NullMarked;
