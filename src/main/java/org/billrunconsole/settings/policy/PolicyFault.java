package org.billrunconsole.settings.policy;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is wrong with a policy file, so that whoever wrote it finds the place.
 *
 * @param line     counted from 1; empty if it is about the file as a whole
 * @param key      which value, for example {@code connections[0].kind}; empty if it is about the file as a whole
 * @param expected what should be there
 */
public record PolicyFault(Path file, Optional<Integer> line, String key, Expected expected) {

    /** What a policy file should have been, or should have had in a place. */
    public enum Expected {
        /** A file that this user may read, of at most a mebibyte. */
        READABLE_FILE,
        /** A file that belongs to the computer's administrators and that nobody else may write. */
        ADMINISTRATORS_FILE,
        /** JSON, one object. */
        JSON,
        /** One of the keys there are. */
        KNOWN_KEY,
        /** Anything but null. */
        VALUE, TRUE_OR_FALSE, TEXT, WHOLE_NUMBER, OBJECT, LIST,
        /** A connection's name, of 1 to 60 characters. */
        NAME,
        /** A name that no other connection of the file has. */
        OTHER_NAME, KIND, SIGN_IN,
        /** A text of up to 100 characters. */
        SHORT_TEXT,
        /** An https address. */
        ADDRESS,
        /** The path of a file from the root of the file system. */
        ABSOLUTE_PATH, PROXY_MODE, PROXY_HOST, PROXY_PORT,
        /** A time-out of 1 to 3600 seconds. */
        SECONDS,
        /** At least one connection that nobody can remove, where the sandbox is off. */
        A_LOCKED_CONNECTION
    }
}
