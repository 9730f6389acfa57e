package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.api.RunPatches;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.api.SandboxState;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.sandbox.wire.SandboxJson;
import org.billrunconsole.sandbox.wire.WireField;
import org.billrunconsole.sandbox.wire.WireRunFields;

/**
 * One run of the default seed, a clock that moves only when told, and the rules written down a second time, as a table
 * of what may be asked when.
 */
final class LifecycleWorld {

    private static final Set<Stage.Known> CLOSED_STAGES = EnumSet.range(Stage.Known.REPORTING, Stage.Known.ARCHIVING);

    private final RunKey key;
    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final SandboxOptions options;
    private final RunBook book;
    private final RunPatches patches;
    private RunSnapshot last;
    private boolean asked;

    /** Something that happens. */
    sealed interface Step {

        record Asked(Ask what) implements Step {}

        record Adjusted(int periods) implements Step {}

        record Junk(String patch) implements Step {}

        record Wait(Duration time) implements Step {}

        record Stalled(boolean stalled) implements Step {}

        record Paused(boolean paused) implements Step {}
    }

    /** What an operator can ask by a patch. */
    enum Ask {
        CLOSE("""
                [{"op":"replace","path":"/billRunStatus","value":"CLOSED"},
                {"op":"replace","path":"/summaryStatus","value":"REPORTING"}]"""),
        CLOSE_ADHOC(SandboxClient.replace("summaryStatus", "REPORTING")),
        DRAFT(SandboxClient.replace("summaryStatus", "DRAFT_INVOICES")),
        FULL(SandboxClient.replace("summaryStatus", "FULL_INVOICES")),
        DISTRIBUTE(SandboxClient.replace("summaryStatus", "DISTRIBUTION")),
        REOPEN(SandboxClient.replace("billRunStatus", "OPEN")),
        DATE(SandboxClient.replace("invoiceDate", "2026-12-09")),
        NICKNAME(SandboxClient.replace("nickname", "A label"));

        private final String patch;

        Ask(String patch) {
            this.patch = patch;
        }
    }

    LifecycleWorld(RunKey key, Percentages percentages) {
        this.key = key;
        options = SandboxOptions.defaults().withClock(clock).withPercentages(percentages);
        var state = SandboxState.of(options);
        book = state.book();
        patches = state.patches();
        last = snapshot();
    }

    /** The run as the API would answer it, with nothing left out. */
    String read() {
        return new String(
                WireField.object(WireRunFields.of(key.kind(), Percentages.BOTH), book.find(key).orElseThrow()),
                StandardCharsets.UTF_8);
    }

    /** Stores the run as it has become by now, as every write does, also one that changes nothing. */
    void settle() {
        book.force(key, (run, _) -> run);
    }

    void take(Step step) {
        switch (step) {
            case Step.Asked(var what) -> command(Optional.of(mayAsk(what)),
                    () -> patches.apply(key, json(what.patch), 7, Optional.empty()));
            case Step.Adjusted(var periods) -> command(
                    Optional.of(key.kind() == RunKind.REGULAR && isPlainOpen() && periods != 0),
                    () -> book.adjust(key, periods));
            case Step.Junk(var patch) -> command(Optional.empty(),
                    () -> patches.apply(key, json(patch), 7, Optional.empty()));
            case Step.Wait(var time) -> clock.advance(time);
            case Step.Stalled(var stalled) -> book.force(key, (run, now) -> run.withPosition(
                    stalled ? run.position().stoppedAt(now) : run.position().resumed(now)));
            case Step.Paused(var paused) -> {
                if (key.kind() == RunKind.REGULAR) {
                    book.force(key, (run, now) -> book.withPaused(run, paused, now));
                }
            }
        }
    }

    /** That the run is in a state that exists, and that it came there in a way that exists. */
    void check() {
        var now = snapshot();
        switch (now.status()) {
            case OPEN -> assertThat(now.stage()).isIn(Stage.Known.PROPERTIES, Stage.Known.STARTING);
            case CLOSED -> assertThat(now.stage()).isIn(CLOSED_STAGES);
            case FINALIZED -> assertThat(now.stage()).isEqualTo(Stage.Known.FINISHED);
        }
        assertThat(now.stage()).isNotEqualTo(
                key.kind() == RunKind.REGULAR ? Stage.Known.REACTIVATING_RPIS : Stage.Known.DRAFT_INVOICES);
        assertThat(now.percent()).isBetween(0, 100);
        assertThat(now.closedBy().isPresent()).isEqualTo(now.status() != RunStatus.Known.OPEN);
        assertThat(now.usageSuspense()).isNotNegative();
        var reopened = asked && last.status() == RunStatus.Known.CLOSED && now.status() == RunStatus.Known.OPEN;
        if (!reopened) {
            assertThat(now.stage().ordinal()).as(last + " to " + now).isGreaterThanOrEqualTo(last.stage().ordinal());
            if (now.stage() == last.stage()) {
                assertThat(now.percent()).isGreaterThanOrEqualTo(last.percent());
            }
        }
        last = now;
        asked = false;
    }

    private void command(Optional<Boolean> expected, Runnable command) {
        var before = read();
        var stored = book.find(key).orElseThrow();
        var granted = isGranted(command);
        expected.ifPresent(may -> assertThat(granted).as(before).isEqualTo(may));
        if (!granted) {
            assertThat(read()).isEqualTo(before);
            assertThat(book.find(key).orElseThrow()).isEqualTo(stored);
        }
        asked = granted;
    }

    private static boolean isGranted(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.words()).isNotBlank();
            return false;
        }
    }

    private boolean mayAsk(Ask what) {
        var run = snapshot();
        var regular = key.kind() == RunKind.REGULAR;
        var done = run.percent() == 100;
        var closed = run.status() == RunStatus.Known.CLOSED;
        return switch (what) {
            case CLOSE -> regular && run.closeable();
            case CLOSE_ADHOC -> !regular && run.closeable();
            case DRAFT -> regular && closed && done && run.stage() == Stage.Known.REPORTING;
            case FULL -> closed && done
                    && List.of(Stage.Known.REPORTING, Stage.Known.DRAFT_INVOICES).contains(run.stage());
            case DISTRIBUTE -> closed && done && run.stage() == Stage.Known.FULL_INVOICES;
            case REOPEN -> closed && done && run.stage().compareTo(Stage.Known.FULL_INVOICES) < 0;
            case DATE -> run.stage().compareTo(Stage.Known.FULL_INVOICES) < 0;
            case NICKNAME -> !regular && run.status() != RunStatus.Known.FINALIZED;
        };
    }

    private boolean isPlainOpen() {
        return snapshot().stage() == Stage.Known.PROPERTIES;
    }

    private RunSnapshot snapshot() {
        return RunSnapshot.of(book.find(key).orElseThrow(), clock.today());
    }

    private static JsonNode json(String patch) {
        return SandboxJson.read(patch.getBytes(StandardCharsets.UTF_8));
    }
}
