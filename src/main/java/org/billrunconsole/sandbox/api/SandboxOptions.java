package org.billrunconsole.sandbox.api;

import java.time.Duration;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;

/**
 * How a sandbox is set up.
 *
 * @param port                port on the loopback address; 0 for a free one
 * @param runs                0 for the believable set; a larger number for so many regular runs made up for scale
 * @param inProgress          further regular runs that are in the middle of a stage and stay there for hours
 * @param speed               how many times faster than believable the stages go, 0.01 to 10,000
 * @param percentages         which runs carry {@code summaryStatusPercentage}
 * @param seed                the same seed and the same day give the same runs
 * @param clock               the only source of time
 * @param tokenLifetime       how long a token is good; 15 minutes by the vendor's word
 * @param honourTestOperations whether a JSON Patch's {@code test} operations are checked; if not, they are passed over
 * @param drift               whether revenue and suspense of open runs move with time
 * @param customers           further customers of the residential billing cycle, beside some thousands
 * @param monthEnd            0 for none; else so many open runs of one month end, instead of the believable set, and a
 *                            quarter as many that wait for distribution
 * @param observer            told of every request and answer
 */
public record SandboxOptions(int port, int runs, int inProgress, double speed, Percentages percentages, long seed,
        SandboxClock clock, Duration tokenLifetime, boolean honourTestOperations, boolean drift,
        int customers, int monthEnd, SandboxObserver observer) {

    /** The most runs that can be asked for. */
    public static final int MOST_RUNS = 1_000_000;
    /** The most further customers that can be asked for. */
    public static final int MOST_CUSTOMERS = 200_000;

    /** The most open runs of a month end that can be asked for. */
    public static final int MOST_MONTH_END = 1_000;

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);
    private static final long SEED = 2026;

    public SandboxOptions {
        require(port >= 0 && port <= 65_535, "A port is 0 to 65535, not " + port);
        require(runs >= 0 && runs <= MOST_RUNS, "Runs are 0 to 1000000, not " + runs);
        require(inProgress >= 0 && inProgress <= MOST_RUNS, "Runs in progress are 0 to 1000000, not " + inProgress);
        require(customers >= 0 && customers <= MOST_CUSTOMERS, "Customers are 0 to 200000, not " + customers);
        require(monthEnd >= 0 && monthEnd <= MOST_MONTH_END, "A month end has 0 to 1000 runs, not " + monthEnd);
        require(speed >= 0.01 && speed <= 10_000, "Speed is 0.01 to 10000, not " + speed);
        require(tokenLifetime.isPositive(), "A token lives longer than " + tokenLifetime);
    }

    public static SandboxOptions defaults() {
        return new SandboxOptions(0, 0, 0, 1.0, Percentages.BOTH, SEED, SandboxClock.system(), TOKEN_LIFETIME, true,
                true, 0, 0, SandboxObserver.none());
    }

    public SandboxOptions withPort(int wanted) {
        return new SandboxOptions(wanted, runs, inProgress, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withRuns(int wanted) {
        return new SandboxOptions(port, wanted, inProgress, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withInProgress(int wanted) {
        return new SandboxOptions(port, runs, wanted, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withSpeed(double wanted) {
        return new SandboxOptions(port, runs, inProgress, wanted, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withPercentages(Percentages wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, wanted, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withSeed(long wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, wanted, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withClock(SandboxClock wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, wanted, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withTokenLifetime(Duration wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, clock, wanted,
                honourTestOperations, drift, customers, monthEnd, observer);
    }

    public SandboxOptions withHonourTestOperations(boolean wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, clock, tokenLifetime, wanted,
                drift, customers, monthEnd, observer);
    }

    public SandboxOptions withDrift(boolean wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, wanted, customers, monthEnd, observer);
    }

    public SandboxOptions withCustomers(int wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, wanted, monthEnd, observer);
    }

    public SandboxOptions withMonthEnd(int wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, wanted, observer);
    }

    public SandboxOptions withObserver(SandboxObserver wanted) {
        return new SandboxOptions(port, runs, inProgress, speed, percentages, seed, clock, tokenLifetime,
                honourTestOperations, drift, customers, monthEnd, wanted);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
