package org.billrunconsole.ui.rundetail.part;

/**
 * A named value of a run.
 *
 * @param name  in the user's words
 * @param field the API's name of it, for the tooltip
 * @param value as text
 * @param warns whether somebody should look at it
 */
public record Fact(String name, String field, String value, boolean warns) {}
