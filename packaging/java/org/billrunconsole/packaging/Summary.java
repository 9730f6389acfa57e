package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What the build says at its end: what it made, how large it is, whether it is signed, how it is installed. */
final class Summary {

    private Summary() {}

    /**
     * The text, with an end of line.
     *
     * @param folder   where the packages lie
     * @param packages the packages
     * @param signed   those that are signed
     * @param variable the environment variable that is missing to sign
     */
    static String of(Path folder, List<Path> packages, Collection<Path> signed, String variable, Product product)
            throws IOException {
        var text = new StringBuilder(
                "\n" + product.fact("name") + " " + product.version().pom() + ", in " + folder + ":\n");
        for (var file : packages) {
            text.append(String.format(Locale.ROOT, "  %s  %.1f MB, %s%n      %s%n", file.getFileName(),
                    Files.size(file) / 1e6,
                    signed.contains(file) ? "signed" : "not signed (" + variable + " is not set)",
                    command(file.getFileName().toString())));
        }
        text.append("Beside each lies its SHA-256 sum (.sha256), and a bill of materials (.cdx.json).\n");
        for (var fact : List.of("maintainer", "aboutUrl", "helpUrl", "updateUrl")) {
            if (product.known(fact).isEmpty()) {
                text.append("Not known and left out: ").append(fact).append(" (packaging/product.properties)\n");
            }
        }
        return text.toString();
    }

    /** How the package is installed, by its name. */
    static String command(String file) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".deb" -> "sudo apt install ./" + file;
            case ".rpm" -> "sudo dnf install ./" + file;
            case ".gz" -> "tar -xzf " + file + " (anywhere; no installation)";
            case ".dmg" -> "open " + file + " and drag the program to Applications";
            case ".pkg" -> "sudo installer -pkg " + file + " -target /";
            case ".msi" -> "msiexec /i " + file
                    + (file.contains("-user.") ? " (for this person)" : " (for the machine, as an administrator)");
            default -> throw new IllegalArgumentException(file);
        };
    }
}
