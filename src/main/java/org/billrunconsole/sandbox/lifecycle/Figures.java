package org.billrunconsole.sandbox.lifecycle;

import java.time.Instant;

/**
 * What a run amounts to at a moment.
 *
 * @param revenue         whole units of the currency
 * @param usageSuspense   usage records in suspense
 * @param rentalSuspense  rental records in suspense
 * @param asOf            the moment
 * @param revenuePerDay   how much revenue a day adds while the run is open
 */
public record Figures(long revenue, long usageSuspense, long rentalSuspense, Instant asOf, double revenuePerDay) {

    public Figures withRevenue(long amount) {
        return new Figures(amount, usageSuspense, rentalSuspense, asOf, revenuePerDay);
    }

    public Figures withSuspense(long usage, long rental) {
        return new Figures(revenue, usage, rental, asOf, revenuePerDay);
    }

    Figures from(Instant moment) {
        return new Figures(revenue, usageSuspense, rentalSuspense, moment, revenuePerDay);
    }
}
