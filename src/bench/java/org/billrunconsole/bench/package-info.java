/** What is measured of the program and how: {@link org.billrunconsole.bench.Benchmarks} runs it and says what came of it. */
@NullMarked
package org.billrunconsole.bench;

import org.jspecify.annotations.NullMarked;
