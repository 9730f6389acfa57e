package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A start whose classes, already loaded and linked, are kept for all later ones. The program runs on its sandbox in a
 * real window, so that FXML, CSS, fonts, HTTP and JSON are among them, and ends by itself when its rows are shown.
 */
final class Training {

    private static final long MINUTES = 5;

    private Training() {}

    static void run(OperatingSystem system, Image image, Launch launch, Path cache)
            throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        var settings = Files.createTempDirectory("training");
        var builder = new ProcessBuilder(command(system, image, launch, settings, cache)).inheritIO();
        // Nothing of the person who builds may get into the program's settings, nor the other way round.
        for (var variable : List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")) {
            builder.environment().put(variable, settings.toString());
        }
        try (var display = Display.open(system)) {
            display.number().ifPresent(number -> builder.environment().put("DISPLAY", ":" + number));
            var process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new Complaint("The training start did not end within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0 || !Files.exists(cache)) {
                throw new Complaint("The training start left no cache (exit " + process.exitValue() + "): see above");
            }
        } finally {
            Folders.delete(settings);
        }
    }

    /** As people start it: without arguments, where the system can be told by other means where its settings lie. */
    static List<String> command(OperatingSystem system, Image image, Launch launch, Path settings, Path cache) {
        var command = new ArrayList<String>();
        command.add(image.java(system).toString());
        command.addAll(launch.options());
        command.add(Launch.nativeLibraries(image.libraries(system).toString()));
        command.add("-XX:AOTCacheOutput=" + cache);
        command.add("-Dconsole.exitWhenReady=true");
        command.add("-Duser.home=" + settings);
        command.add("-m");
        command.add(launch.mainModule());
        if (system == OperatingSystem.WINDOWS) {
            command.addAll(List.of("--config-dir", settings.toString()));
        }
        return command;
    }
}
