package org.billrunconsole.i18n;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The program's texts in one language. Numbers in them are written as in a region, which is chosen apart from the
 * language: somebody whose language the program does not have reads English texts with the dates and numbers that
 * they know.
 */
public final class Messages {

    /** The languages there are texts in. English comes first: it is spoken where another one is wanted. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String BUNDLE = "org.billrunconsole.i18n.messages";

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final ResourceBundle bundle;
    private final Locale language;
    private final Locale region;

    /** Reading a pattern costs more than using it, and some texts are said anew every second. */
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    /** @param wanted whose language is spoken if there are texts in it (English is, if not), and whose region it is */
    public Messages(Locale wanted) {
        this(texts(wanted), wanted);
    }

    /**
     * @param texts  see {@link #texts}
     * @param region whose way of writing numbers counts
     */
    public Messages(ResourceBundle texts, Locale region) {
        bundle = texts;
        // The bundle without a name is the English one.
        language = texts.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : texts.getLocale();
        this.region = region;
    }

    /** The texts in a wanted language; the English ones where there are none in it, whatever the computer speaks. */
    public static ResourceBundle texts(Locale wanted) {
        var found = LANGUAGES.stream()
                .filter(each -> !each.equals(Locale.ENGLISH) && each.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ROOT);
        return ResourceBundle.getBundle(BUNDLE, found);
    }

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Of these texts. */
    public Locale language() {
        return language;
    }

    /** Whose way of writing dates and numbers and of ordering names counts. */
    public Locale region() {
        return region;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * The text of a key with its arguments put in ({@link MessageFormat}). An apostrophe is an apostrophe, with
     * arguments or without. An argument whose own direction of reading is from right to left is kept in itself, so that
     * the sentence around it stays in order.
     */
    public String get(String key, Object... args) {
        var text = bundle.getString(key);
        if (args.length == 0) {
            return text;
        }
        var pattern = patterns.computeIfAbsent(key, _ -> new MessageFormat(text.replace("'", "''"), region));
        // A format is of one thread at a time.
        synchronized (pattern) {
            return pattern.format(Stream.of(args).map(Messages::isolated).toArray());
        }
    }

    private static Object isolated(Object arg) {
        return arg instanceof String text && text.codePoints().anyMatch(Messages::isRightToLeft)
                ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE
                : arg;
    }

    private static boolean isRightToLeft(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }
}
