package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No test that shows a window goes unwatched. */
class ShowsWindowTest {

    @Test
    void everyTestThatShowsAWindowIsWatched() throws Exception {
        var watched = new ArrayList<String>();
        var unwatched = new ArrayList<String>();
        for (var name : names()) {
            var type = Class.forName(name, false, ShowsWindowTest.class.getClassLoader());
            (type.isAnnotationPresent(ShowsWindow.class) ? watched : unwatched).add(name);
        }
        assertThat(unwatched).isEmpty();
        assertThat(watched).contains(FocusGuardFxTest.class.getName()).hasSizeGreaterThan(80);
    }

    private static List<String> names() throws IOException {
        var root = Path.of("src", "test", "java");
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("FxTest.java") || file.endsWith("JourneyTest.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
    }
}
