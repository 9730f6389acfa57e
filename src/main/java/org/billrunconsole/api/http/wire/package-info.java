/** The JSON of the API: reads answers into the domain and writes requests. */
@NullMarked
package org.billrunconsole.api.http.wire;

import org.jspecify.annotations.NullMarked;
