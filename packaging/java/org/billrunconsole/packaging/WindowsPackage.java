package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an MSI has to be, by its tables and by the files in it. */
final class WindowsPackage {

    private static final int ONLY_DETECT = 2;
    private static final int UPGRADE_ATTRIBUTES = 4;
    private static final int UPGRADE_PROPERTY = 6;

    private WindowsPackage() {}

    /**
     * What its tables say otherwise than the facts.
     *
     * @param properties the table {@code Property} as {@code msiinfo export} writes it
     * @param upgrades   the table {@code Upgrade}, likewise
     * @param icons      the table {@code Icon}, likewise
     */
    static List<String> wrongTables(Product product, PackageType type, String properties, String upgrades,
            String icons) {
        var found = new ArrayList<String>();
        var said = new HashMap<String, String>();
        rows(properties).forEach(row -> said.put(row.getFirst(), row.size() > 1 ? row.get(1) : ""));
        Map.of("ProductName", product.name(),
                "ProductVersion", product.version().packed(OperatingSystem.WINDOWS),
                "Manufacturer", product.fact("vendor"),
                "ProductCode", braces(product.productCode(type)),
                "UpgradeCode", braces(product.upgradeCode(type))).forEach((key, wanted) -> {
                    // Codes are written in either case.
                    if (!(key.endsWith("Code") ? wanted.equalsIgnoreCase(said.get(key))
                            : wanted.equals(said.get(key)))) {
                        found.add(key + " is " + said.get(key) + ", not " + wanted);
                    }
                });
        if ((type == PackageType.MSI_MACHINE) != "1".equals(said.get("ALLUSERS"))) {
            found.add("ALLUSERS is " + said.get("ALLUSERS") + " in the package " + type.label());
        }
        if (rows(upgrades).stream().noneMatch(row -> row.get(UPGRADE_PROPERTY).equals("JP_DOWNGRADABLE_FOUND")
                && (Integer.parseInt(row.get(UPGRADE_ATTRIBUTES)) & ONLY_DETECT) != 0)) {
            found.add("An older version would replace a newer one");
        }
        if (rows(icons).isEmpty()) {
            found.add("It has no icon");
        }
        return found;
    }

    private static String braces(Object uuid) {
        return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
    }

    /** Three lines of heading come first. */
    private static List<List<String>> rows(String table) {
        return table.lines().skip(3).filter(line -> !line.isBlank()).map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /**
     * What is wrong with its files.
     *
     * @param folder      where the MSI was unpacked
     * @param mustBeSigned whether every program and library has to carry a signature
     */
    static List<String> wrongFiles(Product product, String processor, Path folder, boolean mustBeSigned)
            throws IOException {
        var found = new ArrayList<String>();
        var files = Folders.files(folder);
        for (var needed : List.of(product.name() + ".exe", product.command() + ".exe", "app/" + Launch.CACHE,
                "app/licences.txt", "runtime/bin/server/jvm.dll", "runtime/bin/javafx/glass.dll",
                "runtime/bin/jnidispatch.dll")) {
            if (files.stream().noneMatch(file -> file.endsWith(Path.of(needed)))) {
                found.add("It has no " + needed);
            }
        }
        for (var file : files) {
            if (file.toString().matches(".*\\.(exe|dll)")) {
                var header = WindowsFile.read(file);
                if (!header.processor().equals(processor)) {
                    found.add(folder.relativize(file) + " is made for " + header.processor());
                }
                if (mustBeSigned && !header.signed()) {
                    found.add(folder.relativize(file) + " is not signed");
                }
            }
        }
        return found;
    }
}
