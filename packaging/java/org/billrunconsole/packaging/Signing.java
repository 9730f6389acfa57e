package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who signs, as the environment says. Nothing of it is needed to build: what is not set is skipped with a line.
 *
 * @param environment the environment variables
 */
record Signing(Map<String, String> environment) {

    static final String MAC_IDENTITY = "CONSOLE_MAC_SIGNING_IDENTITY";
    static final String MAC_KEYCHAIN = "CONSOLE_MAC_SIGNING_KEYCHAIN";
    static final String MAC_NOTARY_PROFILE = "CONSOLE_MAC_NOTARY_PROFILE";
    static final String WINDOWS_THUMBPRINT = "CONSOLE_WINDOWS_CERTIFICATE_SHA1";
    static final String WINDOWS_TIMESTAMP = "CONSOLE_WINDOWS_TIMESTAMP_URL";
    static final String LINUX_KEY = "CONSOLE_LINUX_GPG_KEY";

    Optional<String> macIdentity() {
        return set(MAC_IDENTITY);
    }

    Optional<String> macKeychain() {
        return set(MAC_KEYCHAIN);
    }

    /** What to run, in this order, so that the file carries its signature; empty if nobody signs on this system. */
    List<List<String>> commands(OperatingSystem system, Path file) {
        return switch (system) {
            case LINUX -> set(LINUX_KEY).map(key -> List.of(List.of("gpg", "--batch", "--yes", "--armor",
                    "--local-user", key, "--detach-sign", file.toString()))).orElse(List.of());
            case MACOS -> set(MAC_NOTARY_PROFILE).filter(_ -> macIdentity().isPresent()).map(profile -> List.of(
                    List.of("xcrun", "notarytool", "submit", file.toString(), "--keychain-profile", profile, "--wait"),
                    List.of("xcrun", "stapler", "staple", file.toString()))).orElse(List.of());
            case WINDOWS -> set(WINDOWS_THUMBPRINT).map(thumbprint -> {
                var sign = new ArrayList<>(List.of("signtool", "sign", "/sha1", thumbprint, "/fd", "SHA256"));
                set(WINDOWS_TIMESTAMP).ifPresent(url -> sign.addAll(List.of("/tr", url, "/td", "SHA256")));
                sign.add(file.toString());
                return List.of(List.copyOf(sign));
            }).orElse(List.of());
        };
    }

    /** Signs the file, or says which variables are missing. */
    void sign(OperatingSystem system, Path file) throws IOException, InterruptedException {
        var commands = commands(system, file);
        if (commands.isEmpty()) {
            System.out.println("Not signed: " + file.getFileName() + " (" + missing(system) + " not set)");
        }
        for (var command : commands) {
            Tools.run(command);
        }
    }

    String missing(OperatingSystem system) {
        return switch (system) {
            case LINUX -> LINUX_KEY;
            case MACOS -> macIdentity().isPresent() ? MAC_NOTARY_PROFILE : MAC_IDENTITY;
            case WINDOWS -> WINDOWS_THUMBPRINT;
        };
    }

    private Optional<String> set(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
