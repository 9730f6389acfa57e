package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleSheetsTest {

    @TempDir
    private Path folder;

    @Test
    void everyStyleSheetIsThereInBinaryFormTooWithTheSameRules() throws Exception {
        var sheets = Path.of(Objects.requireNonNull(Theme.class.getResource("console.css")).toURI()).getParent();
        var copied = StyleSheets.withBinary(sheets, javafx(), folder.resolve("copied"));
        for (var name : List.of("console", "light", "dark", "high", "high-light", "high-dark")) {
            var written = new CssParser().parse(sheets.resolve(name + ".css").toUri().toURL());
            var binary = Stylesheet.loadBinary(copied.resolve(name + ".bss").toUri().toURL());
            assertThat(rules(binary)).as(name).isNotEmpty().isEqualTo(rules(written));
        }
    }

    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream().map(rule -> rule.getSelectors() + names(rule)).toList();
    }

    /** Of a rule's properties. */
    private static String names(Rule rule) {
        return rule.getDeclarations().stream().map(Declaration::getProperty).toList().toString();
    }

    /** A folder with the jars that the converter needs. */
    private Path javafx() throws Exception {
        var jars = Files.createDirectory(folder.resolve("modules"));
        var places = System.getProperty("java.class.path") + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        for (var jar : Stream.of(places.split(File.pathSeparator))
                .map(Path::of)
                .filter(each -> each.getFileName().toString().matches("javafx-(base|graphics)-.*\\.jar"))
                .toList()) {
            Files.copy(jar, jars.resolve(jar.getFileName()));
        }
        return jars;
    }
}
