package org.billrunconsole.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the measurements named, all if none is, one after another and each in a virtual machine of its own; prints a table
 * and writes {@code target/bench/results.json} and {@code results.md}. Fails if a name is unknown, never for a figure. Run
 * by {@code mvn -Pbench verify -Dbench.args="filter.100k start.*"}.
 */
public final class Benchmarks {

    static final Path OUT = Path.of("target", "bench");

    private static final String LIST = "--list";

    private Benchmarks() {}

    /** @param names of measurements, {@code *} for any part of one, or {@code --list} */
    public static void main(String[] names) throws IOException, InterruptedException {
        for (var name : names) {
            if (!name.equals(LIST) && Measurements.all().stream().noneMatch(each -> Measurements.meant(name).test(each
                    .name()))) {
                System.err.println("No measurement is called " + name + ". There are: " + list());
                System.exit(2);
            }
        }
        if (Arrays.asList(names).contains(LIST)) {
            System.out.println(list());
            return;
        }
        var machine = new Machine();
        var head = machine.words() + System.lineSeparator() + machine.load() + System.lineSeparator();
        System.out.println(head);
        var outcomes = new ArrayList<Outcome>();
        for (var measurement : Measurements.all()) {
            if (names.length == 0 || Arrays.stream(names).anyMatch(name -> Measurements.meant(name).test(measurement
                    .name()))) {
                System.out.println(measurement.name() + " ...");
                outcomes.add(run(measurement));
                // What there is so far, should the rest never come.
                OutcomeFile.write(OUT.resolve("results.json"), outcomes);
            }
        }
        Files.createDirectories(OUT);
        var table = head + System.lineSeparator() + ResultTable.of(outcomes);
        Files.writeString(OUT.resolve("results.md"), table);
        System.out.println(table);
    }

    private static String list() {
        return String.join(", ", Measurements.all().stream().map(Measurement::name).toList());
    }

    private static Outcome run(Measurement measurement) throws IOException, InterruptedException {
        var name = measurement.name();
        var folder = OUT.resolve(name).toAbsolutePath();
        delete(folder);
        Files.createDirectories(folder);
        var figures = folder.resolve("figures.json");
        var log = folder.resolve("log.txt");
        var builder = new ProcessBuilder(command(measurement, folder, figures)).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        if (!measurement.needsScreen()) {
            return run(measurement, builder, figures, log);
        }
        try (var screen = Screen.open()) {
            screen.showTo(builder);
            return run(measurement, builder, figures, log);
        } catch (NotMeasured e) {
            return Outcome.missing(name, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome run(Measurement measurement, ProcessBuilder builder, Path figures, Path log)
            throws IOException, InterruptedException {
        var name = measurement.name();
        var process = builder.start();
        if (!process.waitFor(measurement.longest().toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return Outcome.missing(name, "given up after " + measurement.longest().toMinutes() + " min, see " + log);
        }
        return Files.exists(figures)
                ? OutcomeFile.read(figures, name)
                : Outcome.missing(name, "its virtual machine ended with " + process.exitValue() + ", see " + log);
    }

    private static List<String> command(Measurement measurement, Path folder, Path figures) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        // As the program is started; without a screen, for the windows among them.
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Xmn24m", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Dprism.text=t2k", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
                "-Dtestfx.robot.write_sleep=0", "-Dtestfx.robot.move_max_count=4",
                "-Duser.language=en", "-Duser.country=GB", "-Duser.timezone=Europe/London"));
        command.addAll(measurement.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchmarkRun.class.getName(), measurement
                .name(), folder.toString(), figures.toString()));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
