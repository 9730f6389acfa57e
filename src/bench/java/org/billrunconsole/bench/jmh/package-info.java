/** The pure parts that are run most, measured by JMH. */
@NullMarked
package org.billrunconsole.bench.jmh;

import org.jspecify.annotations.NullMarked;
