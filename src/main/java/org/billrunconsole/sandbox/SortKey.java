package org.billrunconsole.sandbox;

/** A field that a list is sorted by. */
record SortKey(String field, boolean descending) {}
