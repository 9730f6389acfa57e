package org.billrunconsole.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs one measurement and writes what came of it to a file; the virtual machine is its own. */
final class BenchmarkRun {

    private BenchmarkRun() {}

    /** @param arguments the measurement's name, its folder, and the file for its figures */
    public static void main(String[] arguments) throws IOException {
        var measurement = Measurements.named(arguments[0]);
        OutcomeFile.write(Path.of(arguments[2]), List.of(measured(measurement, Path.of(arguments[1]))));
        // The window's toolkit and clients that are still open would keep it.
        System.exit(0);
    }

    private static Outcome measured(Measurement measurement, Path folder) {
        try {
            return Outcome.of(measurement.name(), measurement.measure(new Bench(folder)));
        } catch (NotMeasured e) {
            return Outcome.missing(measurement.name(), e.getMessage());
        } catch (Throwable e) {
            e.printStackTrace();
            return Outcome.missing(measurement.name(), e + ", see " + folder.resolve("log.txt"));
        }
    }
}
