package org.billrunconsole.ui.review;

/** The lists of a review, of which one is shown at a time. */
public enum ReviewPart {
    /** Whoever is charged otherwise than before, explained or not. */
    DIFFERENCES,
    /** Of them, those that nothing explains. */
    UNEXPLAINED,
    /** Of them, those that the billing status explains. */
    EXPLAINED,
    /** Every customer that was compared, also those within the limits. */
    ALL,
    /** Customers of the cycle without a value in the run. */
    NOT_BILLED,
    /** What is in suspense, by reason. */
    SUSPENSE
}
