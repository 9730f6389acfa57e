package org.billrunconsole.domain.review;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.billrunconsole.domain.Run;

/**
 * What several runs bill together, a sum for each currency; amounts in different currencies are never added up.
 *
 * @param sums           that of the most runs first
 * @param withoutRevenue how many runs the server sent no revenue of
 */
public record MoneyTotals(List<Sum> sums, int withoutRevenue) {

    /**
     * What the runs in one currency bill.
     *
     * @param currency its code; empty if it is not known what the runs' money is in
     * @param amount   in whole units
     * @param runs     how many runs those are
     */
    public record Sum(Optional<String> currency, BigInteger amount, int runs) {

        private Sum with(long revenue) {
            return new Sum(currency, amount.add(BigInteger.valueOf(revenue)), runs + 1);
        }
    }

    private static final Comparator<Sum> ORDER = Comparator.comparing((Sum sum) -> sum.currency().isEmpty())
            .thenComparing(Comparator.comparingInt(Sum::runs).reversed())
            .thenComparing(sum -> sum.currency().orElse(""));

    public static final MoneyTotals NONE = new MoneyTotals(List.of(), 0);

    public MoneyTotals {
        sums = List.copyOf(sums);
    }

    /** @param currency code of what a run's money is in; empty where nobody knows */
    public static MoneyTotals of(Collection<? extends Run> runs, Function<Run, Optional<String>> currency) {
        var sums = new TreeMap<String, Sum>();
        for (var run : runs) {
            run.revenue().ifPresent(revenue -> {
                var code = currency.apply(run);
                sums.compute(code.orElse(""), (_, before) -> (before == null
                        ? new Sum(code, BigInteger.ZERO, 0)
                        : before).with(revenue));
            });
        }
        return new MoneyTotals(sums.values().stream().sorted(ORDER).toList(),
                (int) runs.stream().filter(run -> run.revenue().isEmpty()).count());
    }

    /**
     * These and others, or these without others that are among them.
     *
     * @param sign 1 to add them, -1 to take them away
     */
    public MoneyTotals changed(MoneyTotals others, int sign) {
        var now = new TreeMap<String, Sum>();
        sums.forEach(sum -> now.put(sum.currency().orElse(""), sum));
        for (var other : others.sums()) {
            var code = other.currency().orElse("");
            var before = now.getOrDefault(code, new Sum(other.currency(), BigInteger.ZERO, 0));
            now.put(code, new Sum(other.currency(),
                    before.amount().add(other.amount().multiply(BigInteger.valueOf(sign))),
                    before.runs() + sign * other.runs()));
        }
        return new MoneyTotals(now.values().stream().filter(sum -> sum.runs() != 0).sorted(ORDER).toList(),
                withoutRevenue + sign * others.withoutRevenue());
    }
}
