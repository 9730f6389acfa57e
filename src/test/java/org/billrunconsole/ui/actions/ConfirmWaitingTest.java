package org.billrunconsole.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.actions.ConfirmViewModel.State;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.Test;

class ConfirmWaitingTest {

    @Test
    void whileItIsBeingSentTheSecondsOfWaitingAreCounted() {
        var api = new StubApi();
        var services = TestServices.of(api, new ManualTime());
        services.contextProvider().readFreshnessFrom(() -> new Freshness.Live(Instant.EPOCH));
        List<String> begun = new ArrayList<>();
        var model = services.confirmation(Action.FULL_INVOICES,
                SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, OptionalInt.of(100)),
                new Connection("Test", ConnectionKind.TEST, URI.create("https://t.example.com/v1")),
                new TaskRunner() {
                    @Override
                    public <T> Cancellable run(String name, Callable<T> work,
                            Consumer<? super T> done,
                            Consumer<? super Exception> failed) {
                        begun.add(name);
                        return () -> {};
                    }
                }, 0, _ -> {});
        model.secondPassed();
        assertThat(model.waitedProperty().get()).isZero();
        model.confirm();
        assertThat(model.stateProperty().get()).isEqualTo(State.SENDING);
        for (var second = 0; second < 7; second++) {
            model.secondPassed();
        }
        assertThat(model.waitedProperty().get()).isEqualTo(7);
        assertThat(begun).hasSize(1);
    }
}
