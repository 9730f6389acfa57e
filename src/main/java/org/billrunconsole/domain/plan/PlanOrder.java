package org.billrunconsole.domain.plan;

/** In which order a plan begins its runs. */
public enum PlanOrder {
    /** Those first that took the shortest time before; those without a history last. */
    SHORTEST_FIRST,
    /** By billing cycle, and within one by period. */
    BY_CYCLE,
    /** As the list showed them. */
    AS_LISTED
}
