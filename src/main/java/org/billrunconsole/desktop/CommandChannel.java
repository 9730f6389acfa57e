package org.billrunconsole.desktop;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * A program of the operating system that shows messages. What is to be shown is handed over as arguments or variables
 * of a script that never changes, so nothing in it is ever read as a command.
 */
final class CommandChannel implements Channel {

    private static final int PATIENCE_SECONDS = 20;

    private static final String SCRIPT_FOR_MAC = """
            on run argv
            display notification (item 3 of argv) with title (item 1 of argv) subtitle (item 2 of argv)
            end run""";

    // Messages need a registered program; PowerShell is one on every Windows, and an installed console none.
    private static final String SCRIPT_FOR_WINDOWS = """
            $ErrorActionPreference = 'Stop'
            $null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
            $xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
            $lines = $xml.GetElementsByTagName('text')
            $null = $lines.Item(0).AppendChild($xml.CreateTextNode($env:NOTICE_TITLE))
            $null = $lines.Item(1).AppendChild($xml.CreateTextNode($env:NOTICE_TEXT))
            $toast = [Windows.UI.Notifications.ToastNotification]::new($xml)
            $program = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($program).Show($toast)
            """;

    private final BiFunction<String, String, ProcessBuilder> command;

    /** @param command makes the call from title and text */
    CommandChannel(BiFunction<String, String, ProcessBuilder> command) {
        this.command = command;
    }

    static ProcessBuilder osascript(String title, String text) {
        return new ProcessBuilder("/usr/bin/osascript", "-e", SCRIPT_FOR_MAC, PROGRAM, title, text);
    }

    static ProcessBuilder powershell(String title, String text) {
        return powershell(title, text, Optional.ofNullable(System.getenv("SystemRoot")));
    }

    /** @param system the folder of Windows, as it says itself */
    static ProcessBuilder powershell(String title, String text, Optional<String> system) {
        // By its full path: another program of that name may lie in the folder that the console was started in.
        var program = system.filter(folder -> !folder.isBlank()).orElse("C:\\Windows")
                + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
        var builder = new ProcessBuilder(program, "-NoProfile", "-NonInteractive", "-Command",
                SCRIPT_FOR_WINDOWS);
        builder.environment().put("NOTICE_TITLE", title);
        builder.environment().put("NOTICE_TEXT", PROGRAM + (text.isEmpty() ? "" : " · " + text));
        return builder;
    }

    @Override
    public void show(String title, String text) throws IOException, InterruptedException {
        var process = command.apply(title, text)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The operating system took more than " + PATIENCE_SECONDS + " s to show a message");
        }
        if (process.exitValue() != 0) {
            throw new IOException("Showing a message ended with " + process.exitValue());
        }
    }
}
