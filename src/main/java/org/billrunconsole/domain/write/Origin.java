package org.billrunconsole.domain.write;

/**
 * Who does something, and where.
 *
 * @param user       as the token names them
 * @param connection what the operator calls the connection
 * @param host       address of the API without its scheme
 */
public record Origin(String user, String connection, String host) {}
