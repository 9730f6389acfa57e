package org.billrunconsole.i18n;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The order in which people of a locale look names up: "Ärzte" stands with A, "apple" before "Banana". For any thread.
 */
public final class NameOrder {

    /** Working out where a name belongs costs more than comparing; a list of 100,000 runs has about as many names. */
    private static final int MOST = 250_000;

    private final Locale locale;
    private final Map<String, CollationKey> keys = new ConcurrentHashMap<>();
    private volatile Optional<Collator> collator = Optional.empty();

    public NameOrder(Locale locale) {
        this.locale = locale;
    }

    /** Orders things by a name of theirs. */
    public <T> Comparator<T> by(Function<? super T, String> name) {
        return (one, other) -> key(name.apply(one)).compareTo(key(name.apply(other)));
    }

    /** Where a name stands among others. */
    public CollationKey key(String name) {
        var known = keys.get(name);
        if (known != null) {
            return known;
        }
        if (keys.size() > MOST) {
            keys.clear();
        }
        var found = collator().getCollationKey(name);
        keys.put(name, found);
        return found;
    }

    /** Made when names are first put in order, because its rules take a while to read. */
    private Collator collator() {
        var made = collator.orElseGet(() -> Collator.getInstance(locale));
        collator = Optional.of(made);
        return made;
    }
}
