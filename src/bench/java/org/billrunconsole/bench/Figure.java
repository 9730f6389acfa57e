package org.billrunconsole.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured.
 *
 * @param name      the measurement's, or its name with more after it
 * @param value     the median unless the name says otherwise
 * @param unit      such as {@code ms} or {@code MB}
 * @param reference what it is held against, if anything
 * @param runs      of how many runs it is the median
 * @param spread    between which a half of them lay, upper less lower quartile, in the unit; 0 for a single run
 * @param goal      what it is to be, if it has been said
 */
public record Figure(String name, double value, String unit, Optional<Reference> reference, int runs, double spread,
        Optional<Goal> goal) {

    private static final double TELLING = 100;

    /** The median of samples. */
    public static Figure of(String name, Samples samples, String unit) {
        return new Figure(name, samples.median(), unit, Optional.empty(), samples.size(), samples.spread(),
                Optional.empty());
    }

    /** A single value. */
    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), 1, 0, Optional.empty());
    }

    /** The same held against a reference. */
    public Figure against(String other, double otherValue) {
        return new Figure(name, value, unit, Optional.of(new Reference(other, otherValue)), runs, spread, goal);
    }

    /** The same with a goal. */
    public Figure withGoal(Goal to) {
        return new Figure(name, value, unit, reference, runs, spread, Optional.of(to));
    }

    /** How many times the reference it is. */
    public OptionalDouble ratio() {
        return reference.filter(against -> against.value() > 0)
                .map(against -> OptionalDouble.of(value / against.value()))
                .orElseGet(OptionalDouble::empty);
    }

    /** Whether the goal is met; empty without one. */
    public Optional<Boolean> met() {
        return goal.map(to -> to.isMet(this));
    }

    /** As many digits as tell something. */
    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= TELLING || value == Math.rint(value) ? "%.0f" : "%.2f",
                value);
    }
}
