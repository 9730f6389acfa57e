/** A run in the API's own words: lines in colours, searched. */
@NullMarked
package org.billrunconsole.ui.rundetail.json;

import org.jspecify.annotations.NullMarked;
