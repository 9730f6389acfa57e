package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The days on which a run can be closed go by: the pane, the needs-attention list and the close dialog say so. */
@ShowsWindow
class DeadlineJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Hands hands = new Hands(new FxRobot());
    private final MonthEndConsole console = new MonthEndConsole(sandboxes, 1);
    @TempDir
    private Path folder;

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void aDeadlineThatPassesIsSaidWhereTheRunIsClosed() throws Exception {
        console.open(folder);
        hands.dismissWelcome();
        hands.choose(RunKind.REGULAR, row -> row.run().hasStatus(RunStatus.Known.OPEN));
        assertThat(hands.isSeen("#detailDeadline")).as("a fortnight is left").isFalse();

        console.passes(Duration.ofDays(12));
        console.untilWatched(() -> hands.isSeen("#detailDeadline"));
        assertThat(hands.says("#detailDeadline")).startsWith("closable until 15 Dec");
        console.gallery().takeDesigned("deadline-1-near");

        console.passes(Duration.ofDays(5));
        console.untilWatched(() -> hands.says("#detailDeadline").startsWith("was closable until 15 Dec"));
        Hands.until(() -> hands.says("#checksText").contains("15 Dec 2026"));
        console.gallery().takeDesigned("deadline-2-past");
    }
}
