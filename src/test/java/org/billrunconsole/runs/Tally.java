package org.billrunconsole.runs;

/** How much happened over all tries, so that a property that tests nothing is noticed. */
final class Tally {

    private int performed;
    private int writes;
    private int strict;

    void add(WritePathWorld world) {
        performed += world.performed();
        writes += world.writes();
        strict += world.strict();
    }

    int performed() {
        return performed;
    }

    int strict() {
        return strict;
    }

    @Override
    public String toString() {
        return performed + " actions tried, " + writes + " intents, " + strict + " verdicts without any choice";
    }
}
