package org.billrunconsole.domain;

/**
 * Identity of a run within one connection.
 *
 * @param kind which of the two collections it is in
 * @param id   the API's id, 1 or more
 */
public record RunKey(RunKind kind, long id) {

    public RunKey {
        if (id < 1) {
            throw new IllegalArgumentException("A bill run's id is 1 or more, not " + id);
        }
    }

    public static RunKey regular(long id) {
        return new RunKey(RunKind.REGULAR, id);
    }

    public static RunKey adhoc(long id) {
        return new RunKey(RunKind.ADHOC, id);
    }

    /** The resource's path under the base address, for example {@code /bill-runs/7}. */
    public String path() {
        return switch (kind) {
            case REGULAR -> "/bill-runs/" + id;
            case ADHOC -> "/adhoc-bill-runs/" + id;
        };
    }
}
