package org.billrunconsole.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.export.evidence.PackReport;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.evidence.EvidenceViewModel.State;
import org.billrunconsole.ui.kit.ChosenFile;
import org.junit.jupiter.api.Test;

/** Where a pack stands while it is made or verified. */
class EvidenceViewModelTest {

    private static final ChosenFile FILE = new ChosenFile(Path.of("pack.zip"));
    private static final EvidencePort.Made MADE = new EvidencePort.Made("ab".repeat(32), true);
    private static final EvidencePort.Verified WHOLE = new EvidencePort.Verified(new PackReport(List.of(),
            Optional.of("ab".repeat(32)), 3, 0, Optional.empty()), Optional.empty());

    private final Run run = SampleRuns.openRun(7);
    private final HeldTasks tasks = new HeldTasks();
    private boolean broken;
    private final EvidenceViewModel model = new EvidenceViewModel(new EvidencePort() {
        @Override
        public Made make(Run of, ChosenFile file) throws IOException {
            fail();
            return MADE;
        }

        @Override
        public Verified verify(ChosenFile file) throws IOException {
            fail();
            return WHOLE;
        }
    }, tasks);

    private void fail() throws IOException {
        if (broken) {
            throw new IOException("No room left");
        }
    }

    private State state() {
        return model.stateProperty().get();
    }

    @Test
    void aPackIsUnderWayUntilItIsMade() {
        model.make(run, FILE);
        assertThat(state()).isEqualTo(new State.Making(run, FILE));
        tasks.release();
        assertThat(state()).isEqualTo(new State.Made(run, FILE, MADE));
    }

    @Test
    void aPackThatCouldNotBeMadeIsMadeWhenItIsTriedAgain() {
        broken = true;
        model.make(run, FILE);
        tasks.release();
        assertThat(state()).isEqualTo(new State.NotMade(run, FILE, ChosenFile.Trouble.OTHER));
        broken = false;
        model.tryAgain();
        tasks.release();
        assertThat(state()).isEqualTo(new State.Made(run, FILE, MADE));
        model.tryAgain();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aPackIsVerifiedAndOneThatCannotBeReadIsReadWhenItIsTriedAgain() {
        broken = true;
        model.verify(FILE);
        assertThat(state()).isEqualTo(new State.Verifying(FILE));
        tasks.release();
        assertThat(state()).isEqualTo(new State.NotVerified(FILE));
        broken = false;
        model.tryAgain();
        tasks.release();
        assertThat(state()).isEqualTo(new State.Verified(FILE, WHOLE));
    }

    @Test
    void closingEndsWhatIsUnderWay() {
        model.make(run, FILE);
        model.close();
        assertThat(tasks.waiting()).isZero();
        assertThat(state()).isEqualTo(new State.Closed());
    }
}
