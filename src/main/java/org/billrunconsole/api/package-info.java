/** The port to the Elevate Bill Run API: its operations, queries and tokens, without a word about HTTP libraries. */
@NullMarked
package org.billrunconsole.api;

import org.jspecify.annotations.NullMarked;
