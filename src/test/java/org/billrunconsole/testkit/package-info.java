/** What the tests share: sample runs, stand-ins and checks. */
@NullMarked
package org.billrunconsole.testkit;

import org.jspecify.annotations.NullMarked;
