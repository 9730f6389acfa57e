package org.billrunconsole.ui.runlist.rows;

/** A line of the table: a run, or the header of a group of them. */
public sealed interface ListRow permits RunRow, GroupRow {}
