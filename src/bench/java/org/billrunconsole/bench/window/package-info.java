/** Measurements of the whole console's window, driven by keys and mouse, and the record of what its thread does. */
package org.billrunconsole.bench.window;
