package org.billrunconsole.domain;

/** What is at the other end of a connection, which decides how much can go wrong. */
public enum ConnectionKind {
    SANDBOX, TEST, PRODUCTION
}
