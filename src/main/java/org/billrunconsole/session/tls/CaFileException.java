package org.billrunconsole.session.tls;

import java.nio.file.Path;

/** A connection's certificate file cannot be used. */
public final class CaFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Problem {
        MISSING, UNREADABLE, NO_CERTIFICATE
    }

    private final String file;
    private final Problem problem;

    public CaFileException(Path file, Problem problem) {
        super("The certificates in " + file + " cannot be used: " + problem);
        this.file = file.toString();
        this.problem = problem;
    }

    public String file() {
        return file;
    }

    public Problem problem() {
        return problem;
    }
}
