package org.billrunconsole.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The program's texts in one language. */
public final class Messages {

    private static final String BUNDLE = "org.billrunconsole.i18n.messages";

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final ResourceBundle bundle;
    private final Locale locale;

    /** Reading a pattern costs more than using it, and some texts are said anew every second. */
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    /** @param wanted whose language is spoken if there are texts in it; English is, if not */
    public Messages(Locale wanted) {
        bundle = ResourceBundle.getBundle(BUNDLE, wanted);
        locale = spoken(bundle.getLocale(), wanted);
    }

    /**
     * The language of the texts with the customs of the user's region. Months in another language than the sentence
     * around them, digits of another script or the years of another calendar are left behind.
     */
    private static Locale spoken(Locale texts, Locale wanted) {
        var language = texts.getLanguage().isEmpty() ? Locale.ENGLISH.getLanguage() : texts.getLanguage();
        return Locale.of(language, wanted.getCountry());
    }

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Of these texts, for everything that is written beside them. */
    public Locale locale() {
        return locale;
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
        var pattern = patterns.computeIfAbsent(key, _ -> new MessageFormat(text.replace("'", "''"), locale));
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
