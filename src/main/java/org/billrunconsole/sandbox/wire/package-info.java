/** The JSON of the sandbox: fields of each resource, queries and patches as they come over the wire. */
@NullMarked
package org.billrunconsole.sandbox.wire;

import org.jspecify.annotations.NullMarked;
