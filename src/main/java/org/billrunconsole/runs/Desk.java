package org.billrunconsole.runs;

/**
 * Everything the screens need of one connection. It ends with the connection; a new one gets a new desk, so nothing of
 * the old system can be left on the screen.
 *
 * @param store     every run as last read
 * @param catalogue reads whole lists
 * @param monitor   follows what moves
 * @param names     billing cycles and users
 */
public record Desk(RunStore store, Catalogue catalogue, LiveMonitor monitor, Names names) {}
