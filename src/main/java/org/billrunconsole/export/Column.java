package org.billrunconsole.export;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param title         at its head
 * @param currencyTitle of a column of {@link Cell.Money}: at the head of the column beside it that names the currencies,
 *                      so that the amounts are bare numbers
 */
public record Column(String title, Optional<String> currencyTitle) {

    /** A column of anything but money. */
    public Column(String title) {
        this(title, Optional.empty());
    }
}
