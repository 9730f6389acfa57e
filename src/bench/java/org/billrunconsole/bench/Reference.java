package org.billrunconsole.bench;

/**
 * What a figure is held against, measured in turns with it.
 *
 * @param name  what it is, such as {@code bare label window}
 * @param value in the figure's unit
 */
public record Reference(String name, double value) {}
