package org.billrunconsole.api;

/**
 * The operations of one server, over the same connections.
 *
 * @param runs   the bill runs; closing it ends the review's calls too
 * @param review what helps to review them
 */
public record ApiConnection(BillRunApi runs, ReviewApi review) {}
