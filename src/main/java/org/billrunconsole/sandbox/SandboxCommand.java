package org.billrunconsole.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of a sandbox that is started alone. */
sealed interface SandboxCommand {

    /** Serve until stopped. */
    record Serve(SandboxOptions options) implements SandboxCommand {}

    /** Print a text and end well. */
    record Print(String text) implements SandboxCommand {}

    /** Print one line and end with exit code 2. */
    record BadUse(String line) implements SandboxCommand {}

    static SandboxCommand parse(List<String> args) {
        var parser = new CommandLine(spec());
        try {
            var parsed = parser.parseArgs(args.toArray(String[]::new));
            return parser.isUsageHelpRequested()
                    ? new Print(parser.getUsageMessage(Ansi.OFF).stripTrailing())
                    : new Serve(options(parsed));
        } catch (ParameterException | IllegalArgumentException e) {
            return new BadUse(String.valueOf(e.getMessage()).lines().findFirst().orElse("Bad use"));
        }
    }

    private static SandboxOptions options(ParseResult parsed) {
        var defaults = SandboxOptions.defaults();
        return defaults.withPort(parsed.matchedOptionValue("--port", defaults.port()))
                .withRuns(parsed.matchedOptionValue("--runs", defaults.runs()))
                .withInProgress(parsed.matchedOptionValue("--in-progress", defaults.inProgress()))
                .withCustomers(parsed.matchedOptionValue("--customers", defaults.customers()))
                .withMonthEnd(parsed.matchedOptionValue("--month-end", defaults.monthEnd()))
                .withSpeed(parsed.matchedOptionValue("--speed", defaults.speed()))
                .withPercentages(percentages(parsed.matchedOptionValue("--percentages", "both")))
                .withSeed(parsed.matchedOptionValue("--seed", defaults.seed()))
                .withTokenLifetime(Duration.ofMinutes(
                        parsed.matchedOptionValue("--token-minutes", defaults.tokenLifetime().toMinutes())))
                .withHonourTestOperations(!parsed.hasMatchedOption("--ignore-test-operations"));
    }

    private static Percentages percentages(String text) {
        for (var each : Percentages.values()) {
            if (wire(each).equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("--percentages takes both, adhoc-only or none, not " + text);
    }

    private static String wire(Percentages percentages) {
        return percentages.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CommandSpec spec() {
        var spec = CommandSpec.create().name("sandbox");
        spec.usageMessage()
                .description("Serve an Elevate Bill Run API to practise on, on this machine only, until stopped.")
                .footer("Faults are ordered at http://127.0.0.1:PORT/_sandbox/faults.");
        option(spec, "--port", "PORT", int.class, "listen on this port instead of a free one");
        option(spec, "--runs", "N", int.class, "make up N regular runs instead of the believable set");
        option(spec, "--in-progress", "N", int.class, "add N runs that stay in the middle of a stage for hours");
        option(spec, "--month-end", "N", int.class, "make up a month end of N open runs instead of the believable set");
        option(spec, "--customers", "N", int.class, "add N customers to the residential cycle");
        option(spec, "--speed", "N", double.class, "make stages N times faster");
        option(spec, "--percentages", "WHICH", String.class, "send them for: both (default), adhoc-only, none");
        option(spec, "--seed", "N", long.class, "another set of figures; the same number and day, the same set");
        option(spec, "--token-minutes", "N", long.class, "let tokens live N minutes instead of 15");
        spec.addOption(OptionSpec.builder("--ignore-test-operations")
                .type(boolean.class)
                .description("pass over the test operations of a JSON Patch")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("print this and end").build());
        return spec;
    }

    private static void option(CommandSpec spec, String name, String label, Class<?> type, String description) {
        spec.addOption(
                OptionSpec.builder(name).paramLabel(label).type(type).description(description).build());
    }
}
