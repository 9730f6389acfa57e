package org.billrunconsole.sandbox.lifecycle;

/** A field that a list is sorted by. */
public record SortKey(String field, boolean descending) {}
