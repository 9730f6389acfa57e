package org.billrunconsole;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the package table of the architecture. Each rule is also shown to fail on a planted offender. */
class ArchitectureTest {

    private static final String ROOT = "org.billrunconsole.";

    /** What every package may use besides itself: the language, null markers, the log. */
    private static final List<String> ALWAYS = List.of("java..", "org.jspecify..", "org.slf4j..");

    /** The right-hand column of the table. */
    private static final Map<String, List<String>> MAY_USE = table();

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.billrunconsole");

    private static Map<String, List<String>> table() {
        var table = new LinkedHashMap<String, List<String>>();
        table.put("domain", List.of());
        table.put("api", List.of("domain", "javax.net.ssl.."));
        // Work that blocks asserts in its own class that it is not on the window's thread.
        table.put("api.http",
                List.of("api", "domain", "work", "okhttp3..", "okio..", "kotlin..", "com.fasterxml.jackson..",
                        "dev.failsafe..", "javax.net.ssl.."));
        table.put("work", List.of("javafx.application.."));
        table.put("runs", List.of("domain", "api", "journal", "work"));
        table.put("journal", List.of("domain", "work", "com.fasterxml.jackson.."));
        table.put("session", List.of("domain", "api", "settings", "work", "javax.net.ssl..",
                "javax.security.auth.x500..", "nl.altindag.ssl.."));
        table.put("settings", List.of("domain", "com.fasterxml.jackson..", "net.harawata.appdirs..",
                "com.github.javakeyring.."));
        // The one place that talks to the operating system's desktop; it needs no words and no screen.
        table.put("desktop", List.of("org.freedesktop.dbus.."));
        table.put("support", List.of("settings", "domain", "ch.qos.logback.."));
        table.put("export", List.of("domain", "journal"));
        table.put("sandbox", List.of("domain", "com.fasterxml.jackson..", "com.flipkart.zjsonpatch..",
                "com.sun.net.httpserver..", "info.picocli..", "picocli..", "com.auth0.jwt.."));
        table.put("i18n", List.of("domain"));
        var ui = List.of("runs", "session", "settings", "support", "desktop", "domain", "work", "i18n", "ui.kit",
                "javafx..",
                "org.controlsfx..", "org.kordamp.ikonli..", "atlantafx..");
        table.put("ui.runlist", ui);
        table.put("ui.rundetail", ui);
        table.put("ui.actions", ui);
        table.put("ui.activity", ui);
        table.put("ui.connect", ui);
        table.put("ui.settings", ui);
        table.put("ui.shell", and(ui, "ui.runlist", "ui.rundetail", "ui.actions", "ui.activity", "ui.connect",
                "ui.settings"));
        // The kit shows statuses and progress, so it knows the domain's words; it decides nothing by them.
        table.put("ui.kit", List.of("work", "i18n", "domain", "javafx..", "org.controlsfx..", "org.kordamp.ikonli..",
                "atlantafx.."));
        return table;
    }

    private static List<String> and(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static ArchRule mayUseOnly(String owner, List<String> allowed) {
        var packages = Stream.concat(Stream.concat(Stream.of(ROOT + owner), ALWAYS.stream()),
                allowed.stream().map(name -> name.endsWith("..") ? name : ROOT + name)).toArray(String[]::new);
        return noClasses().that()
                .resideInAPackage(ROOT + owner)
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(packages)))
                .allowEmptyShould(true)
                .as(owner + " uses only what the table allows");
    }

    @TestFactory
    Stream<DynamicTest> thePackageTableHolds() {
        return MAY_USE.entrySet()
                .stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(),
                        () -> mayUseOnly(row.getKey(), row.getValue()).check(PROGRAM)));
    }

    @TestFactory
    Stream<DynamicTest> otherRulesHold() {
        return rules().entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey(),
                () -> rule.getValue().check(PROGRAM)));
    }

    private static Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("every package stands in the table", classes().that()
                .resideInAPackage("org.billrunconsole..")
                .should()
                .resideInAnyPackage(Stream.concat(Stream.of("org.billrunconsole"),
                        MAY_USE.keySet().stream().map(name -> ROOT + name)).toArray(String[]::new)));
        rules.put("no cycles between packages", slices().matching("org.billrunconsole.(**)")
                .should()
                .beFreeOfCycles());
        rules.put("nobody uses the root", noClasses().that()
                .resideInAPackage("org.billrunconsole.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.billrunconsole"));
        // Reading the system's look is no use of its threads.
        rules.put("Platform is used in one class", noClasses().that()
                .doNotHaveFullyQualifiedName(ROOT + "work.FxThread")
                .should()
                .accessTargetWhere(DescribedPredicate.describe("Platform, to use its threads",
                        access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                                && !access.getTarget().getName().equals("getPreferences"))));
        rules.put("view-models know no scene and no stage", noClasses().that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application.."));
        rules.put("public types are final, records, enums or interfaces", classes().that()
                .resideInAPackage("org.billrunconsole..")
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areTopLevelClasses()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
        rules.put("nothing is written or read by the computer's locale", DefaultLocaleRule.RULE);
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> eachRowFailsOnAPlantedOffender() {
        // Seen from a table in which a package may use nothing, every package that uses anything is an offender.
        return MAY_USE.keySet()
                .stream()
                .filter(owner -> !"domain".equals(owner))
                .filter(owner -> PROGRAM.stream().anyMatch(each -> each.getPackageName().equals(ROOT + owner)
                        && !each.getSimpleName().equals("package-info")))
                .map(owner -> DynamicTest.dynamicTest(owner, () -> assertThat(
                        mayUseOnly(owner, List.of()).evaluate(PROGRAM).hasViolation()).isTrue()));
    }

    /** Writes by the computer's locale, in the three ways that were found. */
    private static final class Offender {

        String text(int number) {
            return "%06d".formatted(number) + String.format("%d", number) + "I".toLowerCase();
        }
    }

    @Test
    void whatIsWrittenByTheComputersLocaleIsFound() {
        var planted = new ClassFileImporter().importClasses(Offender.class);
        assertThat(DefaultLocaleRule.RULE.evaluate(planted).getFailureReport().getDetails()).hasSize(3);
    }
}
