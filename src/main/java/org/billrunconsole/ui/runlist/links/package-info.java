/** Links to runs that are typed or pasted into the search. */
@NullMarked
package org.billrunconsole.ui.runlist.links;

import org.jspecify.annotations.NullMarked;
