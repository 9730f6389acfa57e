/** Many runs: what is put together for a plan, its work through the write path, and its way back after an end. */
@NullMarked
package org.billrunconsole.runs.plan;

import org.jspecify.annotations.NullMarked;
