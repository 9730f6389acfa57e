package org.billrunconsole.journal.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.review.ReviewFigures;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.journal.format.JournalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTest {

    private static final Instant WHEN = Instant.parse("2026-11-24T13:10:00.123456789Z");
    private static final RunFigures FIGURES = new RunFigures(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.of(
            3), Optional.of(new BigDecimal("48210.00")));
    private static final Acknowledgement OF_CHECK = new Acknowledgement(RunKey.regular(7), WHEN, "billing.ops",
            "“Known” migration\nof 2 customers", new Subject.OfCheck(Check.of(Check.Kind.INVOICE_DATE_FAR,
                    Severity.WARNING, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12,
                            3))));
    private static final Acknowledgement OF_REVIEW = new Acknowledgement(RunKey.adhoc(8), WHEN, "ops", "",
            new Subject.OfReview(
                    new ReviewFigures(FIGURES, OptionalLong.of(3), Optional.of(new BigDecimal("-41537.40")),
                            OptionalLong
                                    .empty())));
    private static final DraftFigures DRAFTS = new DraftFigures(RunKey.regular(7), WHEN, DraftFigures.Basis.READY,
            FIGURES);

    @TempDir
    private Path folder;

    private List<Object> kept() {
        var kept = new ArrayList<Object>();
        new ReviewFiles(folder).load(kept::add, kept::add);
        return kept;
    }

    @Test
    void whatIsKeptComesBackEqualInTheNextSession() {
        var files = new ReviewFiles(folder);
        files.keep(OF_CHECK);
        files.keep(OF_REVIEW);
        files.keep(List.of(DRAFTS));
        assertThat(kept()).containsExactly(OF_CHECK, OF_REVIEW, DRAFTS);
    }

    @Test
    void nothingIsThereBeforeAnythingWasKept() {
        assertThat(kept()).isEmpty();
    }

    @Test
    void damagedAndNewerLinesAreLeftOutAndTheOthersAreRead() throws IOException {
        new ReviewFiles(folder).keep(OF_CHECK);
        Files.writeString(folder.resolve("review-looked.jsonl"), """
                null
                {"time":"2026-11-24T13:10:00Z","run":{"kind":"REGULAR","id":7},"review2":{}}
                {"time":"2026-11-24T13:10:00Z","run":{"kind":"REGULAR","id":7},"check":[]}
                {"time":"2026-""", StandardOpenOption.APPEND);
        new ReviewFiles(folder).keep(OF_REVIEW);
        assertThat(kept()).containsExactly(OF_CHECK, OF_REVIEW);
    }

    @Test
    void anAcknowledgementThatCannotBeKeptIsNotGiven() throws IOException {
        var file = Files.writeString(folder.resolve("a file"), "");
        assertThatThrownBy(() -> new ReviewFiles(file).keep(OF_CHECK)).isInstanceOf(JournalException.class);
    }
}
