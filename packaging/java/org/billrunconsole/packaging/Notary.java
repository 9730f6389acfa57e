package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Has a package of macOS looked at by Apple, whose answer is then put into it.
 *
 * @param profile  the profile of {@code xcrun notarytool store-credentials}
 * @param keychain the keychain that the profile is kept in, if not the login keychain
 */
record Notary(String profile, Optional<String> keychain) {

    private static final Pattern ID = Pattern.compile("(?m)^\\s*id: (\\S+)");
    private static final Pattern ACCEPTED = Pattern.compile("(?m)^\\s*status: Accepted\\s*$");

    /** Runs a command and says how it went. */
    @FunctionalInterface
    interface Run {
        Tools.Output run(List<String> command) throws IOException, InterruptedException;
    }

    void notarise(Path file, Run run) throws IOException, InterruptedException {
        var answer = run.run(command("submit", file.toString(), "--wait"));
        System.out.print(answer.text());
        // A package that was refused has been submitted all the same: the exit code says nothing of it.
        if (answer.exit() != 0 || !ACCEPTED.matcher(answer.text()).find()) {
            var id = ID.matcher(answer.text());
            if (id.find()) {
                System.out.print(run.run(command("log", id.group(1))).text());
            }
            throw new Complaint(file.getFileName() + " was not notarised: see above for what Apple says of it");
        }
        var stapled = run.run(List.of("xcrun", "stapler", "staple", file.toString()));
        if (stapled.exit() != 0) {
            throw new Complaint(file.getFileName() + " is notarised, but the ticket could not be put into it: "
                    + stapled.text());
        }
    }

    private List<String> command(String verb, String... more) {
        var command = new ArrayList<>(List.of("xcrun", "notarytool", verb));
        command.addAll(List.of(more));
        command.addAll(List.of("--keychain-profile", profile));
        keychain.ifPresent(folder -> command.addAll(List.of("--keychain", folder)));
        return command;
    }
}
