package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.runs.review.customer.AdhocPaymentReviews;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubReviewApi;
import org.billrunconsole.ui.rundetail.PaymentsViewModel.State;
import org.junit.jupiter.api.Test;

class PaymentsViewModelTest {

    private final StubReviewApi api = new StubReviewApi();
    private final HeldTasks tasks = new HeldTasks();
    private final PaymentsViewModel model = new PaymentsViewModel(new AdhocPaymentReviews(api)::read, tasks);

    private static AdhocBillRun run(long id, Stage.Known stage) {
        return SampleRuns.adhoc(id, RunStatus.Known.CLOSED, stage, OptionalInt.empty());
    }

    private void show(long id, Stage.Known stage) {
        model.show(Optional.of(run(id, stage)));
    }

    @Test
    void theyAreOfferedOnceInvoicesGoOutAndOfAdhocRunsOnly() {
        show(1, Stage.Known.FULL_INVOICES);
        assertThat(model.stateProperty().get()).isEqualTo(new State.None());
        show(1, Stage.Known.DISTRIBUTION);
        assertThat(model.stateProperty().get()).isEqualTo(new State.Offered());
        model.show(Optional.of(SampleRuns.regular(1, RunStatus.Known.FINALIZED, Stage.Known.FINISHED)));
        assertThat(model.stateProperty().get()).isEqualTo(new State.None());
        assertThat(api.calls()).as("nobody has asked").isEmpty();
    }

    @Test
    void whatWasReadStaysWhileTheRunMovesAndIsNotShownOfAnother() {
        show(1, Stage.Known.DISTRIBUTION);
        model.read();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Reading());
        tasks.release();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Known.class);
        show(1, Stage.Known.PAYMENT);
        assertThat(model.stateProperty().get()).isInstanceOf(State.Known.class);
        model.read();
        show(2, Stage.Known.PAYMENT);
        tasks.release();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Offered());
    }

    @Test
    void aReaderThatBreaksIsSaidAndCanBeTriedAgain() {
        var broken = new PaymentsViewModel(_ -> {
            throw new IllegalStateException("a programming error");
        }, tasks);
        broken.show(Optional.of(run(1, Stage.Known.FINISHED)));
        broken.read();
        tasks.release();
        assertThat(broken.stateProperty().get()).isEqualTo(new State.Broken());
    }
}
