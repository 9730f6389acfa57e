package org.billrunconsole.domain.history;

import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;

/**
 * What an operator has written down of a run for themselves and their colleagues at this computer; no server ever sees
 * it. A run has one at most.
 *
 * @param when when it was written
 * @param user by whom, as the token names them; empty if nobody is signed in by name
 * @param text up to {@link #LONGEST} characters in lines that end with {@code \n}; empty if it was taken away
 */
public record RunNote(RunKey run, Instant when, String user, String text) {

    /** The longest note, in characters. */
    public static final int LONGEST = 2_000;

    public RunNote {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A note has at most " + LONGEST + " characters, not " + text.length());
        }
    }

    /** The note if there is one, rather than the word that it was taken away. */
    public Optional<RunNote> ifThere() {
        return text.isEmpty() ? Optional.empty() : Optional.of(this);
    }

    /** What is kept of something typed: lines end in one way, and nothing unseen stands at either end. */
    public static String tidied(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
