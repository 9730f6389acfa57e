package org.billrunconsole.testkit;

/** The end of a console in the middle of its work. Nothing may catch it. */
public final class Kill extends Error {

    private static final long serialVersionUID = 1L;
}
