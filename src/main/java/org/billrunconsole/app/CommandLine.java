package org.billrunconsole.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.settings.BaseAddress;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.support.Redaction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program's command line: its options and what they ask for. */
public sealed interface CommandLine {

    /** The environment variable that carries the token; an argument would be readable by every user of the machine. */
    String TOKEN_VARIABLE = "BILL_RUN_CONSOLE_TOKEN";

    /**
     * Open the window.
     *
     * @param url          another server than the sandbox
     * @param readOnly     whether changes are switched off
     * @param configDir    where settings and data lie, if not in the system's folders; it may be no path at all
     * @param sandboxSpeed how many times faster the sandbox's stages are
     * @param run          the run to show once somebody is signed in
     */
    record Open(Optional<URI> url, boolean readOnly, Optional<String> configDir, double sandboxSpeed,
            Optional<RunKey> run)
            implements CommandLine {

        /** Without arguments: on a sandbox of its own. */
        public static final Open DEFAULT = new Open(Optional.empty(), false, Optional.empty(), 1.0,
                Optional.empty());
    }

    /** Print a text and end well. */
    record Print(String text) implements CommandLine {}

    /** Print one line and end with exit code 2. */
    record BadUse(String line) implements CommandLine {}

    /** Reads the program's arguments. */
    static CommandLine parse(List<String> args) {
        return args.isEmpty() ? Open.DEFAULT : parse(args, BuildInfo.load().line());
    }

    /**
     * Reads arguments.
     *
     * @param version what {@code --version} prints
     */
    static CommandLine parse(List<String> args, String version) {
        if (args.isEmpty()) {
            return Open.DEFAULT;
        }
        var spec = spec(version);
        var parser = new picocli.CommandLine(spec);
        try {
            var parsed = parser.parseArgs(args.toArray(String[]::new));
            if (parser.isUsageHelpRequested()) {
                return new Print(parser.getUsageMessage(picocli.CommandLine.Help.Ansi.OFF).stripTrailing());
            }
            if (parser.isVersionHelpRequested()) {
                return new Print(version);
            }
            return open(parsed);
        } catch (ParameterException e) {
            return new BadUse(firstLine(Redaction.of(e.getMessage())));
        }
    }

    private static CommandLine open(ParseResult parsed) {
        var text = Optional.<String>ofNullable(parsed.matchedOptionValue("--url", null));
        var problem = text.flatMap(BaseAddress::problem);
        if (problem.isPresent()) {
            return new BadUse(sentence(problem.get()));
        }
        var url = text.flatMap(BaseAddress::parse);
        double speed = parsed.matchedOptionValue("--sandbox-speed", 1.0);
        if (!(speed >= 0.01 && speed <= 10_000)) {
            return new BadUse("--sandbox-speed takes a number from 0.01 to 10000");
        }
        var link = Optional.<String>ofNullable(parsed.matchedOptionValue("--open", null));
        var run = link.flatMap(RunKey::ofLink);
        if (link.isPresent() && run.isEmpty()) {
            return new BadUse("--open takes a link to a run such as billrun:1042 or adhoc:731");
        }
        return new Open(url, parsed.hasMatchedOption("--read-only"),
                Optional.ofNullable(parsed.matchedOptionValue("--config-dir", null)), speed, run);
    }

    /** Without the address: it may hold a password, and this line is kept by terminals and scripts. */
    private static String sentence(BaseAddress.Problem problem) {
        return switch (problem) {
            case UNREADABLE -> "--url takes an address such as https://rest.elevatebilling.com/v1";
            case NOT_HTTPS -> "--url takes an https address (http only to this machine)";
            case MORE_THAN_A_PATH -> "--url takes an address without user, password, query or fragment";
        };
    }

    private static CommandSpec spec(String version) {
        var spec = CommandSpec.create().name("bill-run-console");
        spec.version(version);
        spec.usageMessage()
                .description("Close, invoice and distribute bill runs. Without options it opens on its own sandbox.")
                .footer("The token for --url is read from the environment variable " + TOKEN_VARIABLE + ".");
        spec.addOption(OptionSpec.builder("--url")
                .paramLabel("URL")
                .type(String.class)
                .description("connect to this server instead of the sandbox")
                .build());
        spec.addOption(
                OptionSpec.builder("--read-only").type(boolean.class).description("look, do not change").build());
        spec.addOption(OptionSpec.builder("--config-dir")
                .paramLabel("DIR")
                .type(String.class)
                .description("keep settings, journal and logs in this folder")
                .build());
        spec.addOption(OptionSpec.builder("--sandbox-speed")
                .paramLabel("N")
                .type(double.class)
                .description("make the sandbox's stages N times faster")
                .build());
        spec.addOption(OptionSpec.builder("--open")
                .paramLabel("LINK")
                .type(String.class)
                .description("show this run first, for example billrun:1042 or adhoc:731")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("print this and end").build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("print the version and end")
                .build());
        return spec;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("The arguments cannot be understood");
    }
}
