package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who signs, as the environment says. Nothing of it is needed to build: what is not set is skipped with a line. What is
 * set by halves is an error, since a signature without a time ends with its certificate.
 *
 * @param environment the environment variables
 */
record Signing(Map<String, String> environment) {

    static final String MAC_IDENTITY = "CONSOLE_MAC_SIGNING_IDENTITY";
    static final String MAC_KEYCHAIN = "CONSOLE_MAC_SIGNING_KEYCHAIN";
    static final String MAC_NOTARY_PROFILE = "CONSOLE_MAC_NOTARY_PROFILE";
    static final String WINDOWS_COMMAND = "CONSOLE_WINDOWS_SIGN_COMMAND";
    static final String WINDOWS_THUMBPRINT = "CONSOLE_WINDOWS_CERTIFICATE_SHA1";
    static final String WINDOWS_STORE = "CONSOLE_WINDOWS_CERTIFICATE_STORE";
    static final String WINDOWS_TIMESTAMP = "CONSOLE_WINDOWS_TIMESTAMP_URL";
    static final String LINUX_KEY = "CONSOLE_LINUX_GPG_KEY";

    /** What stands in a sign command for the file. */
    static final String FILE = "{file}";

    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /**
     * The name and team of the certificates, {@code Somebody (TEAMID)}. jpackage puts the kind of the certificate before
     * it, another for the program than for the PKG; who gives it with a kind means the same.
     */
    Optional<String> macIdentity() {
        return set(MAC_IDENTITY).map(identity -> identity.strip().replaceFirst("^[^:]*: *", ""));
    }

    Optional<String> macKeychain() {
        return set(MAC_KEYCHAIN);
    }

    /** How to have a package of macOS notarised, if somebody does. */
    Optional<Notary> notary() {
        return set(MAC_NOTARY_PROFILE).filter(_ -> macIdentity().isPresent())
                .map(profile -> new Notary(profile, macKeychain()));
    }

    /** Stops if what is set cannot work, before anything is built. */
    void check(OperatingSystem system) {
        if (system == OperatingSystem.MACOS && set(MAC_NOTARY_PROFILE).isPresent() && macIdentity().isEmpty()) {
            throw new Complaint(MAC_NOTARY_PROFILE + " is set, but not " + MAC_IDENTITY
                    + ": only what is signed is notarised");
        }
        if (system == OperatingSystem.WINDOWS && set(WINDOWS_COMMAND).isEmpty() && set(WINDOWS_THUMBPRINT).isPresent()
                && set(WINDOWS_TIMESTAMP).isEmpty()) {
            throw new Complaint(WINDOWS_THUMBPRINT + " is set, but not " + WINDOWS_TIMESTAMP
                    + ": without a time the signatures end with the certificate");
        }
        if (set(WINDOWS_STORE).filter(store -> !store.matches("user|machine")).isPresent()) {
            throw new Complaint(WINDOWS_STORE + " is neither user nor machine");
        }
    }

    /** The programs that signing calls and that are not there with the system. */
    List<String> programs(OperatingSystem system) {
        return command(system, Path.of("file")).map(command -> List.of(command.getFirst())).orElse(List.of());
    }

    /** What to run so that the file carries its signature; empty if nobody signs on this system, or jpackage does. */
    Optional<List<String>> command(OperatingSystem system, Path file) {
        return switch (system) {
            case LINUX -> set(LINUX_KEY).map(key -> List.of("gpg", "--batch", "--yes", "--armor", "--local-user", key,
                    "--detach-sign", file.toString()));
            case MACOS -> Optional.empty();
            case WINDOWS -> set(WINDOWS_COMMAND).map(command -> filledIn(command, file))
                    .or(() -> set(WINDOWS_THUMBPRINT).map(thumbprint -> signtool(thumbprint, file)));
        };
    }

    private List<String> signtool(String thumbprint, Path file) {
        var sign = new ArrayList<>(List.of("signtool", "sign", "/sha1", thumbprint, "/fd", "SHA256"));
        set(WINDOWS_STORE).filter("machine"::equals).ifPresent(_ -> sign.add("/sm"));
        set(WINDOWS_TIMESTAMP).ifPresent(url -> sign.addAll(List.of("/tr", url, "/td", "SHA256")));
        sign.add(file.toString());
        return List.copyOf(sign);
    }

    /** The command's words; what has blanks in it stands in double quotes. */
    private static List<String> filledIn(String command, Path file) {
        var words = new ArrayList<String>();
        var matcher = WORDS.matcher(command);
        while (matcher.find()) {
            words.add(Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2)));
        }
        if (words.stream().noneMatch(word -> word.contains(FILE))) {
            words.add(FILE);
        }
        return words.stream().map(word -> word.replace(FILE, file.toString())).toList();
    }

    /**
     * Signs the file if somebody signs on this system.
     *
     * @return whether it is signed
     */
    boolean sign(OperatingSystem system, Path file) throws IOException, InterruptedException {
        if (system == OperatingSystem.MACOS) {
            var notary = notary();
            if (notary.isPresent()) {
                notary.get().notarise(file, Tools::output);
            }
            return macIdentity().isPresent();
        }
        var command = command(system, file);
        if (command.isPresent()) {
            Tools.run(command.get());
        }
        return command.isPresent();
    }

    /** The variable to set so that packages of this system are signed. */
    String missing(OperatingSystem system) {
        return switch (system) {
            case LINUX -> LINUX_KEY;
            case MACOS -> macIdentity().isPresent() ? MAC_NOTARY_PROFILE : MAC_IDENTITY;
            case WINDOWS -> WINDOWS_COMMAND + " or " + WINDOWS_THUMBPRINT;
        };
    }

    private Optional<String> set(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
