package org.billrunconsole.journal.format;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line as it stands in a file, without its line end: a JSON object that names the hash of the line before and ends
 * with its own. The own hash is the SHA-256 of every byte in front of it, the hash of the line before included. For one
 * thread at a time.
 */
public final class JournalLine {

    /** What the first line of a journal names as the line before. */
    public static final String NO_LINE = "0".repeat(64);

    private static final Logger LOG = LoggerFactory.getLogger(JournalLine.class);

    /** Money stays the decimal number it is, digit for digit. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final byte[] BEFORE_KIND = ascii("{\"" + LineFields.KIND + "\":\"");
    private static final byte[] BEFORE_ID = ascii("\",\"" + LineFields.ID + "\":\"");
    private static final int ID_LENGTH = 36;
    private static final byte[] BEFORE_PREVIOUS = ascii(",\"" + LineFields.PREVIOUS + "\":\"");
    private static final byte[] BEFORE_HASH = ascii(",\"hash\":\"");
    private static final byte[] AFTER_HASH = ascii("\"}");
    private static final int HASH_LENGTH = 64;
    private static final HexFormat HEX = HexFormat.of();
    /** Never fed; each line takes a copy: to look it up by name takes longer than to hash a line. */
    private static final MessageDigest SHA_256 = newSha256();
    private static final int TAIL_LENGTH = BEFORE_HASH.length + HASH_LENGTH + AFTER_HASH.length;

    /** A pattern sees a whole pair as one character, so that only halves match. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    /** What the first two fields say: enough to know what is open. */
    public record Head(String kind, UUID id) {}

    /** The longest line that is written or read: far more than any entry needs, far less than memory holds. */
    public static final int LONGEST = 8 << 20;

    private final byte[] bytes;
    private final long length;
    private @Nullable Boolean whole;
    private @Nullable Optional<JournalEntry> parsed;

    /** @param bytes not to be changed any more */
    public JournalLine(byte[] bytes) {
        this(bytes, bytes.length);
    }

    /**
     * @param bytes  as many as are kept of a line that is too long to be one of ours
     * @param length how many there are in the file
     */
    public JournalLine(byte[] bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** @throws JournalException if the entry is longer than any line may be */
    public static JournalLine of(JournalEntry entry, String previous) {
        var json = EntryJson.write(entry).put(LineFields.PREVIOUS, previous).toString();
        var content = withoutHalves(json.substring(0, json.length() - 1)).getBytes(StandardCharsets.UTF_8);
        if (content.length > LONGEST - TAIL_LENGTH) {
            throw new JournalException("An entry of " + content.length + " bytes is too long for the journal");
        }
        var line = new ByteArrayOutputStream(content.length + TAIL_LENGTH);
        line.writeBytes(content);
        line.writeBytes(BEFORE_HASH);
        line.writeBytes(ascii(HEX.formatHex(sha256(content, content.length))));
        line.writeBytes(AFTER_HASH);
        return new JournalLine(line.toByteArray());
    }

    /** Half a surrogate pair, which a server may send, has no form in UTF-8 but has one in JSON. */
    static String withoutHalves(String json) {
        return HALF.matcher(json).replaceAll(half -> "\\\\u" + HexFormat.of().toHexDigits(half.group().charAt(0)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public byte[] terminated() {
        var withEnd = Arrays.copyOf(bytes, bytes.length + 1);
        withEnd[bytes.length] = '\n';
        return withEnd;
    }

    /** In bytes, as it stands in the file. */
    public long length() {
        return length;
    }

    /** As it stands in the file; only for a line that is whole, and so is text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** True if it is what a crash leaves of a line: its beginning, and nothing else. */
    public boolean looksTorn() {
        var known = Math.min(bytes.length, BEFORE_KIND.length);
        return Arrays.equals(bytes, 0, known, BEFORE_KIND, 0, known) && length == bytes.length
                && !holds(BEFORE_HASH, bytes.length - TAIL_LENGTH - 1) && !isComplete();
    }

    /** True if it ends as a line ends; a torn or foreign one does not. */
    public boolean isComplete() {
        return length == bytes.length && holds(BEFORE_HASH, bytes.length - TAIL_LENGTH)
                && holds(AFTER_HASH, bytes.length - AFTER_HASH.length);
    }

    private boolean holds(byte[] text, int at) {
        return at >= 0 && at + text.length <= bytes.length
                && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    }

    private String text(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** The hash the line gives itself; empty if it does not end as a line ends, and so is torn or foreign. */
    public Optional<String> hash() {
        return isComplete()
                ? Optional.of(text(bytes.length - TAIL_LENGTH + BEFORE_HASH.length, HASH_LENGTH))
                : Optional.empty();
    }

    /** True if the line is as it was written. */
    public boolean isWhole() {
        var known = whole;
        if (known == null) {
            known = isComplete() && isHex(sha256(bytes, bytes.length - TAIL_LENGTH),
                    bytes.length - TAIL_LENGTH + BEFORE_HASH.length);
            whole = known;
        }
        return known;
    }

    /** Whether a digest stands at a place in hexadecimal; without a text for each of years of lines. */
    private boolean isHex(byte[] digest, int at) {
        for (int i = 0; i < digest.length; i++) {
            if (bytes[at + 2 * i] != HEX.toHighHexDigit(digest[i]) || bytes[at + 2 * i + 1] != HEX.toLowHexDigit(
                    digest[i])) {
                return false;
            }
        }
        return true;
    }

    /** True if it says that the line before it was torn. */
    public boolean isTornNotice() {
        return entry()
                .filter(entry -> entry instanceof JournalEntry.Notice notice && notice.kind().equals(LineFields.TORN))
                .isPresent();
    }

    /** What it names as the hash of the line before; written last but one, so nothing has to be parsed. */
    public Optional<String> previous() {
        var at = bytes.length - TAIL_LENGTH - 1 - HASH_LENGTH - BEFORE_PREVIOUS.length;
        return isComplete() && holds(BEFORE_PREVIOUS, at)
                ? Optional.of(text(at + BEFORE_PREVIOUS.length, HASH_LENGTH))
                : Optional.empty();
    }

    /**
     * Kind and id, without reading the rest; empty for a torn line, whose beginning may look like a verdict. Lines are
     * written with these two in front, so that a start does not have to parse years of them.
     */
    public Optional<Head> head() {
        if (!isComplete() || !holds(BEFORE_KIND, 0)) {
            return Optional.empty();
        }
        var kindEnd = BEFORE_KIND.length;
        while (kindEnd < bytes.length && bytes[kindEnd] != '"') {
            kindEnd++;
        }
        if (!holds(BEFORE_ID, kindEnd)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Head(text(BEFORE_KIND.length, kindEnd - BEFORE_KIND.length),
                    UUID.fromString(text(kindEnd + BEFORE_ID.length, ID_LENGTH))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What can be told of an intent whose entry cannot be read; of an altered one nothing can. */
    public Optional<JsonNode> json() {
        try {
            return isWhole() ? Optional.of(JSON.readTree(bytes)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The entry; empty if this version cannot read it. A line that cannot be read never stops anything. */
    public Optional<JournalEntry> entry() {
        var known = parsed;
        if (known == null) {
            known = parse();
            parsed = known;
        }
        return known;
    }

    private Optional<JournalEntry> parse() {
        try {
            return Optional.of(EntryJson.read(JSON.readTree(bytes)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A journal line of {} bytes cannot be read: {}", bytes.length, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static byte[] sha256(byte[] content, int length) {
        try {
            var digest = (MessageDigest) SHA_256.clone();
            digest.update(content, 0, length);
            return digest.digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's own can be copied", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
