/** The operations of the Elevate API as the sandbox answers them: routes, tokens, queries, patches. */
@NullMarked
package org.billrunconsole.sandbox.api;

import org.jspecify.annotations.NullMarked;
