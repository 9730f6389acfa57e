/** Evidence packs: one is made of a run, and any can be verified. */
@NullMarked
package org.billrunconsole.ui.evidence;

import org.jspecify.annotations.NullMarked;
