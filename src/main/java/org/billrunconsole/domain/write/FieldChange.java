package org.billrunconsole.domain.write;

/**
 * A field that differs between two readings of a run.
 *
 * @param field  the API's name of it
 * @param before as text, a dash where it was absent
 * @param now    as text
 */
public record FieldChange(String field, String before, String now) {}
