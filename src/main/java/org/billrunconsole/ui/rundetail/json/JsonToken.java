package org.billrunconsole.ui.rundetail.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of one line of pretty-printed JSON, in which no piece is longer than its line.
 *
 * @param from where it begins in the line
 * @param to   where the next one begins
 */
record JsonToken(Kind kind, int from, int to) {

    /** What it is. */
    enum Kind {
        NAME, STRING, NUMBER, LITERAL,
        /** White space too. */
        PUNCTUATION
    }

    /** The pieces of a line from its beginning to its end. What is no JSON is taken for what it looks like. */
    static List<JsonToken> of(String line) {
        var tokens = new ArrayList<JsonToken>();
        for (int at = 0; at < line.length();) {
            var token = next(line, at);
            tokens.add(token);
            at = token.to();
        }
        return tokens;
    }

    private static JsonToken next(String line, int at) {
        char first = line.charAt(at);
        if (first == '"') {
            int end = stringEnd(line, at + 1);
            return new JsonToken(isName(line, end) ? Kind.NAME : Kind.STRING, at, end);
        }
        var kind = first == '-' || Character.isDigit(first) ? Kind.NUMBER
                : Character.isLetter(first) ? Kind.LITERAL : Kind.PUNCTUATION;
        int end = at + 1;
        while (end < line.length() && belongs(kind, line.charAt(end))) {
            end++;
        }
        return new JsonToken(kind, at, end);
    }

    private static boolean belongs(Kind kind, char letter) {
        return switch (kind) {
            case NUMBER -> Character.isLetterOrDigit(letter) || letter == '.' || letter == '+' || letter == '-';
            case LITERAL -> Character.isLetterOrDigit(letter);
            case PUNCTUATION -> letter != '"' && letter != '-' && !Character.isLetterOrDigit(letter);
            case NAME, STRING -> false;
        };
    }

    private static int stringEnd(String line, int at) {
        int end = at;
        while (end < line.length() && line.charAt(end) != '"') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, line.length());
    }

    private static boolean isName(String line, int after) {
        int at = after;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() && line.charAt(at) == ':';
    }
}
