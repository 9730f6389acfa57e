package org.billrunconsole.api.http.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives one value for all texts that are equal, such as the days and statuses that the rows of a page have in common,
 * without making a string of each. It has so many places and no more: where two texts want one, the later has it. Used by
 * one thread.
 */
final class SharedTexts<T> {

    /** Makes the value of a text. */
    @FunctionalInterface
    interface Maker<T> {

        T make(String text) throws UnreadableAnswerException;
    }

    private record Entry<T>(String text, T value) {}

    private static final int PLACES = 1024;

    /** Longer ones are no words, and seldom the same. */
    private static final int LONGEST = 64;

    private final List<@Nullable Entry<T>> entries = new ArrayList<>(Collections.nCopies(PLACES, null));
    private final Maker<T> maker;

    SharedTexts(Maker<T> maker) {
        this.maker = maker;
    }

    /** @throws UnreadableAnswerException if there is no value of the text; that is found out each time */
    T of(char[] chars, int start, int length) throws UnreadableAnswerException {
        if (length > LONGEST) {
            return maker.make(new String(chars, start, length));
        }
        int place = place(chars, start, length);
        var entry = entries.get(place);
        if (entry != null && isEqual(entry.text(), chars, start, length)) {
            return entry.value();
        }
        var text = new String(chars, start, length);
        var value = maker.make(text);
        entries.set(place, new Entry<>(text, value));
        return value;
    }

    private static int place(char[] chars, int start, int length) {
        int hash = 0;
        for (int at = start; at < start + length; at++) {
            hash = 31 * hash + chars[at];
        }
        return (hash ^ hash >>> 10 ^ hash >>> 20) & PLACES - 1;
    }

    private static boolean isEqual(String text, char[] chars, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (text.charAt(at) != chars[start + at]) {
                return false;
            }
        }
        return true;
    }
}
