package org.billrunconsole.sandbox.wire;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.sandbox.lifecycle.Refusal;

/**
 * The contract's string filter: a plain value, {@code in:} and a comma list, {@code like:} and a fragment. Not
 * documented, and assumed here: a fragment is found anywhere in either case, but one with {@code %}, which stands for
 * any text, has to fit the whole; the other two forms compare exactly; a comma cannot be escaped.
 */
public final class StringFilter {

    private StringFilter() {}

    /** @throws Refusal 400 if nothing is left after the prefix */
    public static Predicate<String> of(String name, String filter) {
        if (filter.startsWith("in:")) {
            var wanted = List.of(required(name, filter.substring("in:".length())).split(","));
            return wanted::contains;
        }
        if (filter.startsWith("like:")) {
            var fragment = required(name, filter.substring("like:".length())).toLowerCase(Locale.ROOT);
            return fragment.contains("%") ? pattern(fragment)
                    : text -> text.toLowerCase(Locale.ROOT).contains(fragment);
        }
        return required(name, filter)::equals;
    }

    private static Predicate<String> pattern(String fragment) {
        var parts = Stream.of(fragment.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        var pattern = Pattern.compile(parts, Pattern.DOTALL);
        return text -> pattern.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static String required(String name, String value) {
        if (value.isEmpty()) {
            throw Refusal.badRequest("Parameter '" + name + "' is empty");
        }
        return value;
    }
}
