package org.billrunconsole.updates;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A version of the product.
 *
 * @param text     as it is written
 * @param numbers  its four numbers, those that are not written being 0
 * @param released whether it is finished; what leads to it is older
 */
public record ProductVersion(String text, Numbers numbers, boolean released) implements Comparable<ProductVersion> {

    /** Four numbers, the first weighs most. */
    public record Numbers(int major, int minor, int patch, int build) implements Comparable<Numbers> {

        private static final Comparator<Numbers> ORDER = Comparator.comparingInt(Numbers::major)
                .thenComparingInt(Numbers::minor)
                .thenComparingInt(Numbers::patch)
                .thenComparingInt(Numbers::build);

        @Override
        public int compareTo(Numbers other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,3})(-[A-Za-z0-9.-]{1,40})?");
    private static final Comparator<ProductVersion> ORDER = Comparator.comparing(ProductVersion::numbers)
            .thenComparing(ProductVersion::released);

    /** Reads one such as {@code 1.2.3} or {@code 1.3.0-SNAPSHOT}; empty if it is none. */
    public static Optional<ProductVersion> parse(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var written = Stream.of(found.group(1).split("\\.")).mapToInt(Integer::parseInt);
        var all = IntStream.concat(written, IntStream.generate(() -> 0)).limit(4).toArray();
        return Optional.of(new ProductVersion(text, new Numbers(all[0], all[1], all[2], all[3]),
                found.group(2) == null));
    }

    @Override
    public int compareTo(ProductVersion other) {
        return ORDER.compare(this, other);
    }
}
