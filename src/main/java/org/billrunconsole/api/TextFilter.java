package org.billrunconsole.api;

import java.util.List;

/** The three forms of the API's string filters. */
public sealed interface TextFilter {

    /** Equal to the text. */
    record Is(String text) implements TextFilter {}

    /** Equal to one of the texts; none may hold a comma, whose escaping is not documented. */
    record In(List<String> texts) implements TextFilter {

        public In {
            texts = List.copyOf(texts);
            if (texts.isEmpty() || texts.stream().anyMatch(text -> text.contains(","))) {
                throw new IllegalArgumentException("One text or more, none with a comma: " + texts);
            }
        }
    }

    /** Like a pattern in which {@code %} stands for any text, also none; it cannot be escaped. */
    record Like(String pattern) implements TextFilter {}

    /** Containing the text. */
    static TextFilter containing(String text) {
        return new Like("%" + text + "%");
    }

    /** The filter as a query value. */
    default String wire() {
        return switch (this) {
            case Is(var text) -> text;
            case In(var texts) -> "in:" + String.join(",", texts);
            case Like(var pattern) -> "like:" + pattern;
        };
    }
}
