package org.billrunconsole.runs;

/** How much happened over all tries, so that a property that tests nothing is noticed. */
public final class Tally {

    private int performed;
    private int writes;
    private int strict;
    private int races;
    private int clockJumps;
    private int ends;

    public void add(WritePathWorld world) {
        performed += world.performed();
        writes += world.writes();
        strict += world.strict();
        races += world.races();
        clockJumps += world.clockJumps();
        ends += world.ends();
    }

    public int performed() {
        return performed;
    }

    public int strict() {
        return strict;
    }

    @Override
    public String toString() {
        return performed + " actions tried, " + writes + " intents, " + strict + " verdicts without any choice, "
                + races
                + " races, " + clockJumps + " jumps of the clock, " + ends + " ends and kills of a console";
    }
}
