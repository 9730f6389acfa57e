package org.billrunconsole.ui.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.review.customer.RunReview;

/**
 * A review in words: made away from the window's thread, since it can be long.
 *
 * @param review   what it says in words
 * @param currency of the run's cycle, if it is known
 * @param subtitle when it was read and what is compared
 * @param cards    the figures, from left to right
 * @param notes    what bears on everything that is said, and warns
 * @param checked  what was read and what was not
 * @param tables   each list
 * @param others   what is said below the differences about those within the limits; empty if there are none
 * @param summary  all of it on one line
 */
record ReviewContents(RunReview review, Optional<String> currency, String subtitle, List<Card> cards,
        List<String> notes, List<Checked> checked, Map<ReviewPart, ReviewTable> tables, String others,
        String summary) {

    /**
     * One figure.
     *
     * @param part  the list behind it; empty if there is none
     * @param warns true if somebody should look
     */
    record Card(String id, Optional<ReviewPart> part, String title, String text, boolean warns) {}

    /** What was read of a part. */
    record Checked(String name, String note, Mark mark) {}

    /** How much of a part was read. */
    enum Mark {
        WHOLE, PARTLY, NOT
    }

    ReviewContents {
        cards = List.copyOf(cards);
        notes = List.copyOf(notes);
        checked = List.copyOf(checked);
        tables = Map.copyOf(tables);
    }

    /** True if there is something in it that somebody should look at, or that was not read. */
    boolean warns() {
        return !notes.isEmpty() || cards.stream().anyMatch(Card::warns)
                || checked.stream().anyMatch(each -> each.mark() != Mark.WHOLE);
    }
}
