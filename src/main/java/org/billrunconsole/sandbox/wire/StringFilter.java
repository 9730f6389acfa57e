package org.billrunconsole.sandbox.wire;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.billrunconsole.sandbox.lifecycle.Refusal;

/**
 * The contract's string filter: a plain value, {@code in:} and a comma list, {@code like:} and a fragment. Not
 * documented, and assumed here: {@code like:} finds the fragment anywhere in either case, without wildcards; the other
 * two compare exactly; a comma cannot be escaped.
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
            return text -> text.toLowerCase(Locale.ROOT).contains(fragment);
        }
        return required(name, filter)::equals;
    }

    private static String required(String name, String value) {
        if (value.isEmpty()) {
            throw Refusal.badRequest("Parameter '" + name + "' is empty");
        }
        return value;
    }
}
