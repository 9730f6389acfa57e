package org.billrunconsole.settings;

/** Where a connection's token comes from. */
public enum SignInMode {
    /** Brand, user and password, through {@code POST /authenticate}; renewed by itself. */
    PASSWORD,
    /** A token that a person pastes, again whenever it is over. */
    TOKEN,
    /** A token from the environment, for automation. */
    ENVIRONMENT
}
