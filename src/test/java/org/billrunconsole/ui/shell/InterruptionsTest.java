package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.notices.NoticeChoices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InterruptionsTest {

    private final StubApi api = new StubApi();
    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, time);
    private final List<String> onDesktop = new ArrayList<>();
    private final List<Boolean> popUps = new ArrayList<>();
    private final Choices choices = new Choices();
    private final InterruptionsViewModel interruptions;

    private static final class Choices implements NoticeChoices {

        private boolean quiet;
        private boolean desktop = true;

        @Override
        public boolean isDoNotDisturb() {
            return quiet;
        }

        @Override
        public void setDoNotDisturb(boolean on) {
            quiet = on;
        }

        @Override
        public boolean isOnDesktop() {
            return desktop;
        }
    }

    InterruptionsTest() {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
        services.store().put(List.of(SampleRuns.regular(1, RunStatus.Known.CLOSED, Known.DISTRIBUTION,
                OptionalInt.of(34))));
        services.notices().addListener((_, show) -> popUps.add(show));
        var words = services.noticeWords(messages, formats, new Sentences(messages, formats));
        interruptions = new InterruptionsViewModel(services.notices(), words, "PRODUCTION · Elevate EU", choices,
                new DesktopNotices() {
                    @Override
                    public void show(String title, String text) {
                        onDesktop.add(title + " | " + text);
                    }

                    @Override
                    public void close() {}
                }, new InlineTasks());
    }

    private void stall() {
        var run = SampleRuns.openRun(1).key();
        services.notices().onChange(Map.of());
        services.notices().onChange(Map.of(run, new Stall(run, Known.DISTRIBUTION, time.instant(),
                Duration.ofMinutes(10), false)));
    }

    @Test
    void theDesktopIsUsedOnlyWhileTheWindowIsNotInFront() {
        stall();
        assertThat(onDesktop).isEmpty();
        interruptions.setInFront(false);
        stall();
        assertThat(onDesktop).containsExactly("Nov 2026 Business is stalled | PRODUCTION · Elevate EU");
        interruptions.setInFront(true);
        stall();
        assertThat(onDesktop).hasSize(1);
    }

    @Test
    void nothingPopsUpAnywhereWhileTheOperatorDoesNotWantToBeDisturbed() {
        interruptions.setInFront(false);
        interruptions.setDoNotDisturb(true);
        stall();
        assertThat(onDesktop).isEmpty();
        assertThat(popUps).as("told to whoever keeps it, but not to be shown").containsExactly(false);
        assertThat(choices.quiet).isTrue();
        interruptions.setDoNotDisturb(false);
        stall();
        assertThat(onDesktop).hasSize(1);
        assertThat(popUps).containsExactly(false, true);
    }

    @Test
    void theDesktopCanBeLeftOut() {
        interruptions.setInFront(false);
        choices.desktop = false;
        stall();
        assertThat(onDesktop).isEmpty();
        assertThat(popUps).containsExactly(true);
    }

    @Test
    void whatWasChosenElsewhereIsTakenOver() {
        choices.quiet = true;
        interruptions.choicesChanged();
        assertThat(interruptions.doNotDisturbProperty().get()).isTrue();
        assertThat(services.notices().isDoNotDisturb()).isTrue();
    }
}
