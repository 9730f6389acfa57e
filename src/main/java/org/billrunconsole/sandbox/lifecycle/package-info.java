/** The life of a run in the sandbox: its clock, stages, figures, and which changes are allowed. */
@NullMarked
package org.billrunconsole.sandbox.lifecycle;

import org.jspecify.annotations.NullMarked;
