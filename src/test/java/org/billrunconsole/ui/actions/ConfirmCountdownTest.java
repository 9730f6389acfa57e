package org.billrunconsole.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.actions.ConfirmViewModel.State;
import org.billrunconsole.ui.kit.dialog.HoldBack.Stop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfirmCountdownTest {

    private static final Run READY = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES,
            OptionalInt.of(100));

    private final List<Command> sent = new ArrayList<>();
    private final List<WriteResult> over = new ArrayList<>();
    private Optional<Error> breaksWith = Optional.empty();
    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), new ManualTime(), write -> {
        sent.add(write.command());
        breaksWith.ifPresent(error -> {
            throw error;
        });
        return new WriteResult.Done(write.run());
    });
    private ConfirmViewModel model;

    @BeforeEach
    void confirmed() {
        services.contextProvider().readFreshnessFrom(() -> new Freshness.Live(Instant.EPOCH));
        model = services.confirmation(Action.DISTRIBUTE, READY,
                new Connection("Elevate EU", ConnectionKind.PRODUCTION, URI.create("https://rest.example.com/v1")),
                new InlineTasks(), 2, over::add);
        model.reasonProperty().set("Agreed with finance");
        model.typedNameProperty().set("Nov 2026 Business");
        model.confirm();
        assertThat(model.stateProperty().get()).isEqualTo(State.COOLING);
    }

    private void secondsPass() {
        for (int second = 0; second < 10; second++) {
            model.secondPassed();
        }
    }

    @Test
    void itGoesOutWhenItsSecondsArePast() {
        secondsPass();
        assertThat(sent).containsExactly(new Command.Distribute(READY.key()));
    }

    @Test
    void itStopsWhenAnotherCardCoversIt() {
        model.secondPassed();
        model.covered();
        secondsPass();
        assertThat(sent).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(State.OPEN);
        assertThat(model.stoppedProperty().get()).contains(Stop.COVERED);
    }

    @Test
    void itStopsWhenTheConnectionIsLost() {
        model.secondPassed();
        services.contextProvider()
                .readFreshnessFrom(
                        () -> new Freshness.Stale(Optional.empty(), new Failure.TimedOut(StubApi.exchange())));
        secondsPass();
        assertThat(sent).isEmpty();
        assertThat(model.stoppedProperty().get()).contains(Stop.NOT_FRESH);
    }

    @Test
    void whatWasStoppedCanBeConfirmedAgainAndGoesOutOnce() {
        model.covered();
        model.confirm();
        assertThat(model.stoppedProperty().get()).isEmpty();
        secondsPass();
        assertThat(sent).hasSize(1);
    }

    @Test
    void anErrorInTheWritePathEndsInAStateThatCanBeLeft() {
        breaksWith = Optional.of(new StackOverflowError());
        secondsPass();
        assertThat(model.stateProperty().get()).isEqualTo(State.CLOSED);
        assertThat(over).containsExactly(new WriteResult.Unknown(Optional.empty()));
    }
}
