package org.billrunconsole.domain.write;

/**
 * Who did something, and on which connection and server.
 *
 * @param user       as the token names them
 * @param connection what the operator calls the connection
 * @param host       address of the API without its scheme
 */
public record Origin(String user, String connection, String host) {}
