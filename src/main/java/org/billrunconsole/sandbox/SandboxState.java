package org.billrunconsole.sandbox;

/**
 * What a sandbox keeps from its start to its end: the runs, and the ways to change them.
 *
 * @param book    the runs as they are now
 * @param patches applies JSON Patches to them
 */
record SandboxState(RunBook book, RunPatches patches) {

    static SandboxState of(SandboxOptions options) {
        var drift = new Drift(options.seed(), options.drift());
        var course = new Course(options.seed(), options.speed(), drift);
        var seed = seed(options, course);
        var book = new RunBook(options.clock(), course, drift, seed.regular(), seed.adhoc());
        return new SandboxState(book, new RunPatches(book, options.honourTestOperations(), options.percentages()));
    }

    private static Seed seed(SandboxOptions options, Course course) {
        return Seed.of(options.runs(), options.inProgress(), options.seed(), options.speed(), course,
                options.clock());
    }

    /** The runs that a sandbox with these options starts with. */
    static Seed seed(SandboxOptions options) {
        return seed(options, new Course(options.seed(), options.speed(),
                new Drift(options.seed(), options.drift())));
    }
}
