package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the program's bundle on macOS has to be. */
final class MacProgram {

    private static final List<String> LIBRARIES = List.of("server/libjvm.dylib", "libglass.dylib",
            "libjnidispatch.dylib", "lib" + NativeLibraries.KEYCHAIN_LIBRARY + ".dylib");

    private MacProgram() {}

    /**
     * What it says or holds otherwise than the facts.
     *
     * @param app          the bundle
     * @param mustBeSigned whether every program and library has to carry a signature
     */
    static List<String> wrong(Product product, String processor, Path app, boolean mustBeSigned) throws IOException {
        var found = new ArrayList<String>();
        var plist = app.resolve("Contents/Info.plist");
        var text = Files.exists(plist) ? Files.readString(plist) : "";
        Map.of("CFBundleName", product.name(),
                "CFBundleIdentifier", product.bundleId(),
                "CFBundleVersion", product.version().packed(OperatingSystem.MACOS),
                "CFBundleShortVersionString", product.version().packed(OperatingSystem.MACOS),
                "LSMinimumSystemVersion", product.fact("macMinimum")).forEach((key, wanted) -> {
                    if (!Pattern.compile("<key>" + key + "</key>\\s*<string>" + Pattern.quote(wanted) + "</string>")
                            .matcher(text).find()) {
                        found.add(key + " is not " + wanted);
                    }
                });
        for (var needed : List.of("app/" + Launch.CACHE, "app/licences.txt", "MacOS/" + product.name(),
                "Resources/" + product.name() + ".icns")) {
            if (!Files.exists(app.resolve("Contents").resolve(needed))) {
                found.add("It has no Contents/" + needed);
            }
        }
        var libraries = app.resolve("Contents/runtime/Contents/Home/lib");
        for (var needed : LIBRARIES) {
            if (!Files.exists(libraries.resolve(needed))) {
                found.add("It has no library " + needed);
            }
        }
        for (var file : Folders.files(app)) {
            if (file.toString().endsWith(".dylib") || file.getParent().endsWith("Contents/MacOS")) {
                found.addAll(wrongHeader(product, processor, app, file, mustBeSigned));
            }
        }
        return found;
    }

    private static List<String> wrongHeader(Product product, String processor, Path app, Path file,
            boolean mustBeSigned) throws IOException {
        var found = new ArrayList<String>();
        var header = MacFile.read(file);
        if (!header.processors().contains(processor)) {
            found.add(app.relativize(file) + " is made for " + header.processors());
        }
        if (Double.parseDouble(header.minimum()) > Double.parseDouble(product.fact("macMinimum"))) {
            found.add(app.relativize(file) + " wants macOS " + header.minimum());
        }
        if (mustBeSigned && !header.signed()) {
            found.add(app.relativize(file) + " is not signed");
        }
        return found;
    }
}
