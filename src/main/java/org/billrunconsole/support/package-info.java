/** The log on disk and the diagnostics that a person can send to support, both without secrets. */
@NullMarked
package org.billrunconsole.support;

import org.jspecify.annotations.NullMarked;
