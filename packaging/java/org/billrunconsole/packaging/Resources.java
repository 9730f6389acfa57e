package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of what replaces jpackage's own templates, for one package: copies of the files that the project keeps, in
 * which each {@code @word@} is replaced by what it stands for.
 */
final class Resources {

    private static final Pattern WORD = Pattern.compile("@([A-Za-z]+)@");

    private Resources() {}

    /**
     * Writes the folder anew.
     *
     * @param templates what the project keeps
     * @param folder    the folder to write
     * @return the folder
     */
    static Path fill(Path templates, Product product, OperatingSystem system, PackageType type, Path folder)
            throws IOException {
        Folders.empty(folder);
        var words = words(product, system, type, folder);
        try (var files = Files.newDirectoryStream(templates)) {
            for (var file : files) {
                Files.writeString(folder.resolve(file.getFileName()), replaced(Files.readString(file), words, file));
            }
        }
        return folder;
    }

    private static Map<String, String> words(Product product, OperatingSystem system, PackageType type, Path folder) {
        var words = new HashMap<String, String>();
        product.facts().stringPropertyNames().forEach(key -> words.put(key, product.fact(key)));
        words.put("name", product.name());
        words.put("version", product.version().packed(system));
        words.put("contact", product.contact());
        words.put("bundleId", product.bundleId());
        words.put("resources", folder.toAbsolutePath().toString().replace("'", "'\\''"));
        if (type == PackageType.MSI_USER || type == PackageType.MSI_MACHINE) {
            words.put("productCode", product.productCode(type).toString());
        }
        return words;
    }

    private static String replaced(String text, Map<String, String> words, Path file) {
        return WORD.matcher(text).replaceAll(word -> {
            var meant = words.get(word.group(1));
            if (meant == null) {
                throw new Complaint(file + " has the word " + word.group() + ", which nobody knows");
            }
            return Matcher.quoteReplacement(meant);
        });
    }
}
