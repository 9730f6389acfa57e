package org.billrunconsole.testkit;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.billrunconsole.i18n.Messages;

/**
 * The English texts as in a language that nobody speaks: in brackets, with accents and 40 % longer. What has no brackets
 * in the window is no text of the bundle, what has an ellipsis would have none for long words, and what has a bracket in
 * its middle was put together from pieces. Arguments, and what depends on a number, stay as they are.
 */
public final class PseudoTexts extends ResourceBundle {

    /** The beginning of every text. */
    public static final char OPENS = '[';
    /** The end of every text. */
    public static final char CLOSES = ']';

    private static final String PLAIN = "aeiouyAEIOUYcnszCNSZ";
    private static final String ACCENTED = "àéîöüýÀÉÎÖÜÝçñšžÇÑŠŽ";
    private static final double LONGER = 0.4;

    private final ResourceBundle english = Messages.texts(Locale.ENGLISH);

    @Override
    protected Object handleGetObject(String key) {
        return pseudo(english.getString(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return english.getKeys();
    }

    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    static String pseudo(String text) {
        if (text.chars().noneMatch(Character::isLetter)) {
            return text;
        }
        var longer = new StringBuilder().append(OPENS);
        int depth = 0;
        double owed = 0;
        for (char each : text.toCharArray()) {
            depth += each == '{' ? 1 : 0;
            int accented = depth == 0 ? PLAIN.indexOf(each) : -1;
            longer.append(accented < 0 ? each : ACCENTED.charAt(accented));
            if (depth == 0) {
                owed += LONGER;
                for (; accented >= 0 && owed >= 1; owed--) {
                    longer.append(ACCENTED.charAt(accented));
                }
            }
            depth -= each == '}' ? 1 : 0;
        }
        return longer.append(CLOSES).toString();
    }
}
