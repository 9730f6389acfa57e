package org.billrunconsole;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billrunconsole.testkit.CompiledSources;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the package table and the rules of the architecture. Each rule is also seen failing on classes that break it,
 * compiled for that alone.
 */
class ArchitectureTest {

    private static final String ROOT = "org.billrunconsole.";

    /** What every package may use besides itself: the language, null markers, the log. */
    private static final List<String> ALWAYS = List.of("java..", "org.jspecify..", "org.slf4j..");

    private static final int MOST_TYPES = 20;

    /** The right-hand column of the table. */
    private static final Map<String, List<String>> MAY_USE = table();

    /** What lies where the program's own classes lie, wherever the tests were compiled to. */
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .importUrl(ConsoleApp.class.getProtectionDomain().getCodeSource().getLocation());

    @TempDir
    private static Path offenders;

    private static Map<String, List<String>> table() {
        var table = new LinkedHashMap<String, List<String>>();
        var domain = List.of("domain", "domain.lifecycle", "domain.history", "domain.write", "domain.review",
                "domain.plan", "domain.customer", "domain.review.customer");
        table.put("domain", List.of());
        table.put("domain.write", List.of("domain"));
        table.put("domain.history", List.of("domain", "domain.write"));
        table.put("domain.lifecycle", List.of("domain", "domain.write"));
        table.put("domain.review", List.of("domain"));
        table.put("domain.plan", List.of("domain", "domain.lifecycle", "domain.write", "domain.review"));
        table.put("domain.customer", List.of());
        table.put("domain.review.customer", List.of("domain", "domain.customer", "domain.review"));
        table.put("api", and(domain, "javax.net.ssl.."));
        table.put("api.http.wire", and(domain, "api", "com.fasterxml.jackson..", "okhttp3..", "okio.."));
        table.put("api.http.transport", and(domain, "api", "api.http.wire", "work", "okhttp3..", "okio..", "kotlin..",
                "com.fasterxml.jackson..", "javax.net.ssl.."));
        table.put("api.http", and(domain, "api", "api.http.wire", "api.http.transport", "okhttp3..", "okio..",
                "kotlin..", "com.fasterxml.jackson..", "dev.failsafe..", "javax.net.ssl.."));
        table.put("work", List.of("javafx.application.."));
        table.put("journal.format", and(domain, "com.fasterxml.jackson.."));
        table.put("journal", and(domain, "journal.format", "work", "com.fasterxml.jackson.."));
        table.put("journal.plans", and(domain, "journal", "journal.format", "work"));
        table.put("journal.review", and(domain, "journal", "journal.format", "work"));
        table.put("journal.notes", and(domain, "journal", "journal.format", "work"));
        table.put("journal.excerpt", and(domain, "journal", "journal.format", "work", "com.fasterxml.jackson.."));
        table.put("runs", and(domain, "api", "work"));
        table.put("runs.history", and(domain, "runs", "journal", "work"));
        // Stalls and notices are told by what was seen of a run.
        table.put("runs.monitor", and(domain, "runs", "runs.history", "api", "work"));
        // The recorder is told of a write before it is sent, or it would take the change for somebody else's.
        table.put("runs.write", and(domain, "runs", "runs.history", "api", "journal", "journal.format", "work"));
        // Written in the journal's turn, and told as the journal tells of what it cannot keep.
        table.put("runs.notes", and(domain, "journal.format", "journal.notes", "work"));
        table.put("runs.review", and(domain, "runs", "runs.history", "runs.notes", "api", "work"));
        table.put("runs.review.customer", and(domain, "runs", "api", "work"));
        table.put("runs.plan", and(domain, "runs", "runs.history", "runs.monitor", "runs.review", "runs.write",
                "journal.format", "journal.plans", "work"));
        table.put("session.tls", and(domain, "javax.net.ssl..", "javax.security.auth.x500..", "nl.altindag.ssl.."));
        table.put("session", and(domain, "api", "settings", "settings.secrets", "session.tls", "work",
                "javax.net.ssl.."));
        // A secret is kept under the connection and the server that it is for.
        table.put("settings.secrets", and(domain, "settings", "com.github.javakeyring.."));
        table.put("settings", and(domain, "com.fasterxml.jackson..", "net.harawata.appdirs.."));
        // Of JNA it asks on Windows where the file lies and whose it is; Java says neither for certain.
        table.put("settings.policy", and(domain, "settings", "com.fasterxml.jackson..", "com.sun.jna.."));
        // One small file over HTTP, by the same client as the API's.
        table.put("updates", and(domain, "api", "api.http.transport", "settings", "work", "okhttp3..", "okio..",
                "com.fasterxml.jackson.."));
        // The one place that talks to the operating system's desktop; it needs no words and no screen.
        table.put("desktop", List.of("org.freedesktop.dbus.."));
        table.put("support", and(domain, "settings", "settings.policy", "ch.qos.logback.."));
        table.put("sandbox.data", domain);
        table.put("sandbox.lifecycle", and(domain, "sandbox.data"));
        table.put("sandbox.customers", and(domain, "sandbox.data", "sandbox.lifecycle"));
        table.put("sandbox.seed", and(domain, "sandbox.data", "sandbox.lifecycle"));
        table.put("sandbox.wire",
                and(domain, "sandbox.data", "sandbox.customers", "sandbox.lifecycle", "com.fasterxml.jackson..",
                        "com.flipkart.zjsonpatch.."));
        var sandbox = and(domain, "sandbox.data", "sandbox.customers", "sandbox.lifecycle", "sandbox.seed",
                "sandbox.wire",
                "com.fasterxml.jackson..", "com.sun.net.httpserver..");
        table.put("sandbox.api", and(sandbox, "com.auth0.jwt.."));
        table.put("sandbox.faults", and(sandbox, "sandbox.api"));
        table.put("sandbox.server", and(sandbox, "sandbox.api", "sandbox.faults"));
        table.put("sandbox", and(sandbox, "sandbox.api", "sandbox.faults", "sandbox.server", "info.picocli..",
                "picocli.."));
        table.put("i18n", domain);
        // What a table's cells hold, and the files made of it.
        table.put("export", and(domain, "i18n", "org.dhatim.fastexcel.."));
        // Pages know nothing of what is written on them.
        table.put("export.pdf", List.of("domain", "org.apache.pdfbox..", "org.apache.fontbox.."));
        table.put("export.evidence", and(domain, "journal", "journal.format", "journal.excerpt", "i18n",
                "export.pdf"));
        var ui = and(domain, "runs", "runs.monitor", "runs.history", "runs.write", "runs.review",
                "runs.review.customer", "runs.notes", "runs.plan", "session", "session.tls", "settings",
                "settings.secrets",
                "settings.policy", "support",
                "desktop",
                "work", "export",
                "i18n", "ui.kit", "ui.kit.export", "ui.kit.dialog", "ui.kit.focus", "ui.kit.look", "ui.kit.command",
                "ui.kit.announce",
                "javafx..",
                "org.controlsfx..", "org.kordamp.ikonli..",
                "atlantafx..");
        var features = List.of("ui.board", "ui.runlist", "ui.rundetail", "ui.actions", "ui.plan", "ui.activity",
                "ui.compare", "ui.connect",
                "ui.settings", "ui.notices", "ui.review", "ui.search");
        features.forEach(feature -> table.put(feature, ui));
        table.put("ui.evidence", and(ui, "export.evidence"));
        // It searches the lists' rows by their own rules.
        table.put("ui.search", and(ui, "ui.runlist.rows"));
        // Cells, widths and what is remembered of them know nothing of the list, which outgrew one package.
        table.put("ui.runlist.rows", ui);
        table.put("ui.runlist.links", ui);
        table.put("ui.runlist.columns", and(ui, "ui.runlist.rows"));
        table.put("ui.runlist.find", and(ui, "ui.runlist.rows"));
        table.put("ui.runlist.views", and(ui, "ui.runlist.find"));
        table.put("ui.runlist", and(ui, "ui.runlist.columns", "ui.runlist.find", "ui.runlist.links",
                "ui.runlist.rows", "ui.runlist.views"));
        // Nor do the parts of the pane know of the pane.
        table.put("ui.rundetail.part", ui);
        table.put("ui.rundetail.note", ui);
        table.put("ui.rundetail.items", ui);
        table.put("ui.rundetail.json", ui);
        table.put("ui.rundetail.timeline", ui);
        table.put("ui.rundetail", and(ui, "ui.rundetail.items", "ui.rundetail.json", "ui.rundetail.note",
                "ui.rundetail.timeline", "ui.rundetail.part"));
        table.put("ui.plan.panel", and(ui, "ui.plan"));
        table.put("ui.shell",
                and(and(ui, "ui.plan.panel", "ui.runlist.find", "ui.runlist.views"), features.toArray(String[]::new)));
        // The kit shows statuses and progress, so it knows the domain's words; it decides nothing by them.
        var kit = and(domain, "work", "i18n", "javafx..", "org.controlsfx..", "org.kordamp.ikonli..",
                "atlantafx..");
        table.put("ui.kit", kit);
        table.put("ui.kit.command", and(kit, "ui.kit"));
        table.put("ui.kit.focus", and(kit, "ui.kit", "ui.kit.announce"));
        table.put("ui.kit.announce", and(kit, "ui.kit"));
        // A dialog, and what is saved in the background, say what went wrong.
        table.put("ui.kit.dialog", and(kit, "ui.kit", "ui.kit.announce", "ui.kit.focus",
                "ui.kit.look"));
        table.put("ui.kit.look", and(kit, "ui.kit"));
        table.put("ui.kit.export", and(kit, "ui.kit", "ui.kit.announce", "export", "desktop"));
        return table;
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static ArchRule mayUseOnly(String owner, List<String> allowed) {
        var packages = Stream.concat(Stream.concat(Stream.of(ROOT + owner), ALWAYS.stream()),
                allowed.stream().map(name -> name.endsWith("..") ? name : ROOT + name)).toArray(String[]::new);
        return noClasses().that()
                .resideInAPackage(ROOT + owner)
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(packages)))
                .as(owner + " uses only what the table allows");
    }

    /** A rule, and classes that break it: each a package below the root and a source. */
    private record Rule(String name, ArchRule rule, List<Offender> offenders) {}

    private record Offender(String inPackage, String source) {}

    private static Rule rule(String name, ArchRule rule, Offender... offenders) {
        return new Rule(name, rule, List.of(offenders));
    }

    private static Offender offender(String inPackage, String source) {
        return new Offender(inPackage, source);
    }

    private static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        MAY_USE.forEach((owner, allowed) -> rules.add(rule(owner + " uses only what the table allows",
                mayUseOnly(owner, allowed),
                // Nobody but the composition root may know the composition root, so every row forbids it.
                offender("app", "public final class Planted {}"),
                offender(owner, "final class UsesTheRoot { " + ROOT + "app.Planted planted; }"))));
        rules.add(rule("the root uses nothing but the composition root", noClasses().that()
                .resideInAPackage("org.billrunconsole")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.billrunconsole.(*)..")
                        .and(not(resideInAnyPackage(ROOT + "app")))),
                offender("domain", "public final class Planted {}"),
                offender("", "final class UsesTheDomain { " + ROOT + "domain.Planted planted; }")));
        rules.add(rule("nobody uses the root", noClasses().that()
                .resideInAPackage("org.billrunconsole.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.billrunconsole"),
                offender("", "public final class Planted {}"),
                offender("app", "final class UsesTheRoot { org.billrunconsole.Planted planted; }")));
        rules.add(rule("every package stands in the table", classes().that()
                .resideInAPackage("org.billrunconsole..")
                .should()
                .resideInAnyPackage(Stream.concat(Stream.of("org.billrunconsole", ROOT + "app"),
                        MAY_USE.keySet().stream().map(name -> ROOT + name)).toArray(String[]::new)),
                offender("misc", "final class Stray {}")));
        rules.add(rule("no cycles between packages", slices().matching("org.billrunconsole.(**)")
                .should()
                .beFreeOfCycles(),
                offender("runs", "public final class First { " + ROOT + "api.Second second; }"),
                offender("api", "public final class Second { " + ROOT + "runs.First first; }")));
        // Reading the system's look is no use of its threads.
        rules.add(rule("Platform is used in one class", noClasses().that()
                .doNotHaveFullyQualifiedName(ROOT + "work.FxThread")
                .should()
                .accessTargetWhere(describe("Platform, to use its threads",
                        access -> access.getTargetOwner().getName().equals("javafx.application.Platform")
                                && !access.getTarget().getName().equals("getPreferences"))),
                offender("ui.kit",
                        "final class Hasty { void go() { javafx.application.Platform.runLater(() -> {}); } }")));
        rules.add(rule("view-models know no scene and no stage", noClasses().that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application.."),
                offender("ui.kit", "final class SceneViewModel { javafx.scene.Node node; }")));
        rules.add(rule("controllers and view-models touch no files", noClasses().that()
                .haveSimpleNameEndingWith("ViewModel")
                .or()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File"),
                offender("ui.kit", "final class PathViewModel { java.nio.file.Path path; }"),
                offender("ui.kit", "final class FileController { java.io.File file; }")));
        rules.add(rule("public types are final, records, enums or interfaces, or are there to be extended",
                classes().that()
                        .resideInAPackage("org.billrunconsole..")
                        .and()
                        .arePublic()
                        .and()
                        .areNotInterfaces()
                        .and()
                        .areTopLevelClasses()
                        .should()
                        .haveModifier(JavaModifier.FINAL)
                        .orShould()
                        .haveModifier(JavaModifier.ABSTRACT),
                offender("domain", "public class Open {}")));
        rules.add(rule("no two types of one name", ArchRuleDefinition.all(types(
                "simple names", JavaClass::getSimpleName)).should(haveAtMost(1)),
                offender("domain", "public final class Twin {}"),
                offender("api", "public final class Twin {}")));
        rules.add(rule("at most " + MOST_TYPES + " types a package", ArchRuleDefinition.all(types(
                "packages", JavaClass::getPackageName)).should(haveAtMost(MOST_TYPES)),
                IntStream.rangeClosed(0, MOST_TYPES)
                        .mapToObj(each -> offender("domain", "final class Number" + each + " {}"))
                        .toArray(Offender[]::new)));
        return rules;
    }

    /** The top-level types in groups. */
    private static AbstractClassesTransformer<Map.Entry<String, List<JavaClass>>> types(String groups,
            Function<JavaClass, String> by) {
        return new AbstractClassesTransformer<>(groups) {

            @Override
            public Iterable<Map.Entry<String, List<JavaClass>>> doTransform(JavaClasses all) {
                return all.stream()
                        .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                        .collect(groupingBy(by))
                        .entrySet();
            }
        };
    }

    private static ArchCondition<Map.Entry<String, List<JavaClass>>> haveAtMost(int most) {
        return new ArchCondition<>("have at most " + most) {

            @Override
            public void check(Map.Entry<String, List<JavaClass>> group, ConditionEvents events) {
                Collection<JavaClass> members = group.getValue();
                events.add(new SimpleConditionEvent(group, members.size() <= most,
                        group.getKey() + ": " + members.stream().map(JavaClass::getName).sorted().toList()));
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> theProgramKeepsEachRule() {
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(PROGRAM)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleFailsOnWhatBreaksIt() {
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
            var sources = new CompiledSources(offenders.resolve(Integer.toHexString(rule.name().hashCode())));
            for (var offender : rule.offenders()) {
                sources.add(offender.inPackage().isEmpty() ? "org.billrunconsole" : ROOT + offender.inPackage(),
                        offender.source());
            }
            var planted = new ClassFileImporter().importPath(sources.compile());
            assertThat(planted.size()).isGreaterThanOrEqualTo(rule.offenders().size());
            assertThat(rule.rule().allowEmptyShould(true).evaluate(planted).hasViolation()).isTrue();
        }));
    }
}
