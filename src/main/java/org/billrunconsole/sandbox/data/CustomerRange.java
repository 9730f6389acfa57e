package org.billrunconsole.sandbox.data;

/**
 * The ids that a billing cycle's customers have. In every cycle so many that the largest invoice of its runs is the
 * largest.
 *
 * @param first the lowest, which is also that of the customer with the largest invoice
 * @param count how many there are
 */
public record CustomerRange(long first, int count) {

    /** Where further customers of the residential cycle begin. */
    public static final long FIRST_FURTHER = 500_000;

    private static final long FIRST = 90_300;
    private static final int CYCLE = 1_000;

    public static CustomerRange of(Cycle cycle) {
        var count = switch (cycle.name()) {
            case "Monthly Residential" -> 600;
            case "Monthly SME" -> 800;
            case "Wholesale" -> 60;
            default -> 420;
        };
        return new CustomerRange(FIRST + CYCLE * (cycle.id() - 1), count);
    }
}
