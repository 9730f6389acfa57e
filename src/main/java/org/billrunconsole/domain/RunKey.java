package org.billrunconsole.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Identity of a run within one connection.
 *
 * @param kind which of the two collections it is in
 * @param id   the API's id, 1 or more
 */
public record RunKey(RunKind kind, long id) {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

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

    /** A text that leads to the run and can be passed on, for example {@code billrun:1042} or {@code adhoc:731}. */
    public String link() {
        return scheme(kind) + id;
    }

    /** The run that a {@link #link} leads to, in upper or lower case; empty if the text is none. */
    public static Optional<RunKey> ofLink(String text) {
        return beginningOfLink(text).flatMap(kind -> Optional.of(text.strip().substring(scheme(kind).length()))
                .filter(id -> ID.matcher(id).matches())
                .map(id -> new RunKey(kind, Long.parseLong(id))));
    }

    /** The kind of run that a text is about to link to: it begins as a {@link #link} does, whatever follows. */
    public static Optional<RunKind> beginningOfLink(String text) {
        var begun = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(RunKind.values()).filter(kind -> begun.startsWith(scheme(kind))).findFirst();
    }

    /** What a link to a run of a kind begins with, the colon included. */
    public static String scheme(RunKind kind) {
        return switch (kind) {
            case REGULAR -> "billrun:";
            case ADHOC -> "adhoc:";
        };
    }
}
