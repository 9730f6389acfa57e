package org.billrunconsole.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.testkit.LogCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DesktopNoticesTest {

    private static final String HOSTILE = "$(touch x); `id` \" ' & | < > %PATH% \\";

    @Test
    void textsAreOneShortLine() {
        List<String> shown = new ArrayList<>();
        var notices = new SystemNotices((title, text) -> shown.addAll(List.of(title, text)));
        notices.show("Nov\u0000 \u202E2026\n\u0085\u2028\u009B\tBusiness", "x".repeat(300));
        assertThat(shown).first().isEqualTo("Nov 2026 Business");
        assertThat(shown.getLast()).hasSize(200).endsWith("…");
    }

    @Test
    void aFailureIsLoggedOnceAndIsNobodysProblem() {
        var tries = new AtomicInteger();
        var notices = new SystemNotices((_, _) -> {
            tries.incrementAndGet();
            throw new IOException("no desktop");
        });
        try (var log = new LogCapture(SystemNotices.class.getName())) {
            notices.show("one", "");
            notices.show("two", "");
            assertThat(log.from(Level.WARN)).singleElement().asString().contains("no desktop").doesNotContain("one");
        }
        assertThat(tries).hasValue(2);
    }

    @Test
    void onMacTheTextsAreArgumentsOfAScriptThatNeverChanges() {
        var one = CommandChannel.osascript("title", "text").command();
        var other = CommandChannel.osascript(HOSTILE, HOSTILE).command();
        assertThat(other.subList(0, 4)).isEqualTo(one.subList(0, 4));
        assertThat(other.subList(4, 6)).containsExactly(HOSTILE, HOSTILE);
        assertThat(one.get(3)).as("ends the options, so that no title can be one").isEqualTo("Bill Run Console");
    }

    @Test
    void onWindowsTheTextsAreVariablesOfAScriptThatNeverChanges() {
        var one = CommandChannel.powershell("title", "text");
        var other = CommandChannel.powershell(HOSTILE, HOSTILE);
        assertThat(other.command()).isEqualTo(one.command());
        assertThat(other.environment()).containsEntry("NOTICE_TITLE", HOSTILE);
    }

    @Test
    void onWindowsTheProgramIsTheSystemsOwn() {
        var path = "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
        assertThat(CommandChannel.powershell("title", "text", Optional.of("D:\\WinNT")).command()).first()
                .isEqualTo("D:\\WinNT" + path);
        assertThat(CommandChannel.powershell("title", "text", Optional.empty()).command()).first()
                .isEqualTo("C:\\Windows" + path);
    }

    @Test
    void eachSystemHasItsWay() {
        assertThat(Channel.of("Linux")).isInstanceOf(BusChannel.class);
        assertThat(Channel.of("Mac OS X")).isInstanceOf(CommandChannel.class);
        assertThat(Channel.of("Windows 11")).isInstanceOf(CommandChannel.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsShownReachesTheProgramAsItIs(@TempDir Path folder) throws IOException {
        var file = folder.resolve("shown");
        var notices = new SystemNotices(new CommandChannel((title, text) -> new ProcessBuilder("/bin/sh", "-c",
                "printf '%s\\n%s' \"$1\" \"$2\" > \"$0\"", file.toString(), title, text)));
        notices.show(HOSTILE, "text");
        assertThat(Files.readAllLines(file)).containsExactly(HOSTILE, "text");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProgramThatFailsOrIsNotThereIsNobodysProblem() {
        try (var log = new LogCapture(SystemNotices.class.getName())) {
            new SystemNotices(new CommandChannel((_, _) -> new ProcessBuilder("/bin/sh", "-c", "exit 3"))).show("a",
                    "");
            new SystemNotices(new CommandChannel((_, _) -> new ProcessBuilder("/nowhere/at-all"))).show("a", "");
            assertThat(log.from(Level.WARN)).hasSize(2).first().asString().contains("ended with 3");
        }
    }
}
