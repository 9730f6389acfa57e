/** What a list's runs are filtered by: the search, the filters, and the words for them. */
@NullMarked
package org.billrunconsole.ui.runlist.find;

import org.jspecify.annotations.NullMarked;
