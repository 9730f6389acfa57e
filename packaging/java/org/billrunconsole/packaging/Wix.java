package org.billrunconsole.packaging;

import java.util.List;
import java.util.stream.Collectors;

/** What jpackage wants of the WiX Toolset: 3.14, or a later one with two extensions of its own version. */
final class Wix {

    private static final List<String> EXTENSIONS = List.of("WixToolset.Util.wixext", "WixToolset.UI.wixext");

    private Wix() {}

    /**
     * What has to be run so that WiX 4 and later can be used.
     *
     * @param version   what {@code wix --version} says, like {@code 5.0.2+aa65968c}
     * @param installed what {@code wix extension list --global} says, like {@code WixToolset.UI.wixext 5.0.2}
     * @return the command, or nothing if both extensions of that version are there
     */
    static String missing(String version, String installed) {
        var number = version.strip().replaceFirst("\\+.*", "");
        var missing = EXTENSIONS.stream()
                .filter(name -> installed.lines().noneMatch(line -> line.strip().equals(name + " " + number)))
                .map(name -> name + "/" + number)
                .collect(Collectors.joining(" "));
        return missing.isEmpty() ? "" : "wix extension add --global " + missing;
    }
}
