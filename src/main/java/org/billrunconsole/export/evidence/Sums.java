package org.billrunconsole.export.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** SHA-256 of files, and the text that lists them for {@code sha256sum -c} and {@code shasum -a 256 -c}. */
final class Sums {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._-]+)");

    private Sums() {}

    /** In hexadecimal. */
    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param sums in hexadecimal, by file name */
    static byte[] write(Map<String, String> sums) {
        var text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty if a byte of it cannot be what {@link #write} has written. */
    static Optional<Map<String, String>> read(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        var sums = new LinkedHashMap<String, String>();
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
            var parts = LINE.matcher(line);
            if (!parts.matches() || sums.put(parts.group(2), parts.group(1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(sums);
    }
}
