package org.billrunconsole.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The program's texts in one language. */
public final class Messages {

    private static final String BUNDLE = "org.billrunconsole.i18n.messages";

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
     * The text of a key with its arguments put in ({@link MessageFormat}). Without arguments the text is taken as it
     * stands, as FXML takes it.
     */
    public String get(String key, Object... args) {
        var text = bundle.getString(key);
        if (args.length == 0) {
            return text;
        }
        var pattern = patterns.computeIfAbsent(key, _ -> new MessageFormat(text, locale));
        // A format is of one thread at a time.
        synchronized (pattern) {
            return pattern.format(args);
        }
    }
}
