package org.billrunconsole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Methods of the JDK that silently take the computer's locale where another one could be named. Written so, a request's
 * id was made of Arabic digits, and an HTTP header cannot hold them.
 */
final class DefaultLocaleRule {

    static final ArchRule RULE = noClasses().should()
            .accessTargetWhere(DescribedPredicate.describe("a method that takes the default locale",
                    DefaultLocaleRule::takesTheDefault));

    /** By type; where they take a {@link Locale} as well, they are harmless. */
    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            Map.entry("java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase")),
            Map.entry("java.io.PrintStream", Set.of("format", "printf")),
            Map.entry("java.io.PrintWriter", Set.of("format", "printf")),
            Map.entry("java.io.Console", Set.of("format", "printf")),
            Map.entry("java.util.Formatter", Set.of("<init>")),
            Map.entry("java.util.Scanner", Set.of("<init>")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.Currency", Set.of("getSymbol", "getDisplayName")),
            Map.entry("java.text.NumberFormat",
                    Set.of("getInstance", "getNumberInstance", "getIntegerInstance", "getPercentInstance",
                            "getCurrencyInstance", "getCompactNumberInstance")),
            Map.entry("java.text.DecimalFormat", Set.of("<init>")),
            Map.entry("java.text.DateFormat", Set.of("getInstance", "getDateInstance", "getTimeInstance",
                    "getDateTimeInstance")),
            Map.entry("java.text.SimpleDateFormat", Set.of("<init>")),
            Map.entry("java.text.MessageFormat", Set.of("<init>", "format")),
            Map.entry("java.text.Collator", Set.of("getInstance")),
            Map.entry("java.text.BreakIterator", Set.of("getCharacterInstance", "getWordInstance", "getLineInstance",
                    "getSentenceInstance")),
            Map.entry("java.time.format.DateTimeFormatter", Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime",
                    "ofLocalizedDateTime")),
            Map.entry("java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter")));

    private DefaultLocaleRule() {}

    private static boolean takesTheDefault(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                && METHODS.getOrDefault(called.getOwner().getName(), Set.of()).contains(called.getName())
                && !takesOne(called)
                // Formats one pattern that was made with a locale.
                && !(called.getName().equals("format") && called.getRawParameterTypes().size() != 2
                        && called.getOwner().getName().equals("java.text.MessageFormat"));
    }

    private static boolean takesOne(CodeUnitAccessTarget called) {
        return called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class));
    }
}
