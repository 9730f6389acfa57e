package org.billrunconsole.sandbox.api;

import org.billrunconsole.sandbox.customers.CustomerBook;
import org.billrunconsole.sandbox.lifecycle.FigureDrift;
import org.billrunconsole.sandbox.lifecycle.LifecycleClock;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.seed.Seed;

/**
 * The runs of a sandbox, the objects that change them and its customers, from its start to its end.
 *
 * @param book      the runs as they are now
 * @param patches   applies JSON Patches to them
 * @param customers who is billed
 */
public record SandboxState(RunBook book, RunPatches patches, CustomerBook customers) {

    public static SandboxState of(SandboxOptions options) {
        var drift = new FigureDrift(options.seed(), options.drift());
        var lifecycleClock = new LifecycleClock(options.seed(), options.speed(), drift);
        var seed = seed(options, lifecycleClock);
        var book = new RunBook(options.clock(), lifecycleClock, drift, seed.regular(), seed.adhoc(), seed.archived());
        return new SandboxState(book, new RunPatches(book, options.honourTestOperations(), options.percentages()),
                CustomerBook.seeded(options.clock().today(), options.seed(), options.customers()));
    }

    private static Seed seed(SandboxOptions options, LifecycleClock lifecycleClock) {
        return Seed.of(options.runs(), options.monthEnd(), options.inProgress(), options.seed(), options.speed(),
                lifecycleClock,
                options.clock());
    }

    /** The runs that a sandbox with these options starts with. */
    public static Seed seed(SandboxOptions options) {
        return seed(options, new LifecycleClock(options.seed(), options.speed(),
                new FigureDrift(options.seed(), options.drift())));
    }
}
