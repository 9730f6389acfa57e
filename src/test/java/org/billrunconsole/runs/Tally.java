package org.billrunconsole.runs;

/** How much happened over all tries, so that a property that tests nothing is noticed. */
final class Tally {

    private int performed;
    private int writes;
    private int strict;
    private int races;
    private int clockJumps;
    private int ends;

    void add(WritePathWorld world) {
        performed += world.performed();
        writes += world.writes();
        strict += world.strict();
        races += world.races();
        clockJumps += world.clockJumps();
        ends += world.ends();
    }

    int performed() {
        return performed;
    }

    int strict() {
        return strict;
    }

    @Override
    public String toString() {
        return performed + " actions tried, " + writes + " intents, " + strict + " verdicts without any choice, "
                + races
                + " races, " + clockJumps + " jumps of the clock, " + ends + " ends and kills of a console";
    }
}
