package org.billrunconsole.ui.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;

/**
 * A run as the board shows it at one moment. Made by {@link BoardJudge}; cannot be changed.
 *
 * @param run        the run as last read
 * @param name       its name on one line
 * @param stage      its column
 * @param standing   how urgent it is
 * @param money      what it bills, in words
 * @param line       the one thing that is to be known of it, in words
 * @param cycle      name of its billing cycle; empty if that is not known
 * @param currency   code of what its money is in; empty if that is not known
 * @param accessible all of it for a screen reader
 */
public record BoardCard(BillRun run, String name, BoardStage stage, Standing standing, String money, String line,
        Optional<String> cycle, Optional<String> currency, String accessible) {

    /** Of cards of one group: the most urgent first, by name; what is through latest first. */
    static final Comparator<BoardCard> ORDER = Comparator.comparing(BoardCard::standing)
            .thenComparing(card -> card.standing() == Standing.DONE ? card.day() : LocalDate.EPOCH,
                    Comparator.reverseOrder())
            .thenComparing(BoardCard::name)
            .thenComparingLong(card -> card.run().id());

    public RunKey key() {
        return run.key();
    }

    private LocalDate day() {
        return run.periodEnd().orElse(LocalDate.EPOCH);
    }
}
