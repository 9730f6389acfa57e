package org.billrunconsole.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Notice;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.notices.NoticesViewModel.State;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final RunKey RUN = new RunKey(RunKind.REGULAR, 1042);

    private final NoticesViewModel notices = notices();

    @Test
    void withoutNoticesItIsEmpty() {
        assertThat(notices.stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(notices.unreadProperty().get()).isZero();
        notices.show(Optional.of(NoticeKind.STALLED));
        assertThat(notices.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void whatARunIsAboutLeadsToItAndIsUnread() {
        var kept = notices.keep(new Notice.StageEnded(NOW, RUN, Stage.Known.DRAFT_INVOICES));
        assertThat(kept.run()).contains(RUN);
        assertThat(kept.kind()).isEqualTo(NoticeKind.YOUR_TURN);
        assertThat(kept.words().title()).contains("1042");
        assertThat(kept.time()).isNotBlank();
        assertThat(notices.unreadProperty().get()).isOne();
        assertThat(notices.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void theNewestComesFirstAndTheOldestGoesOnceThereAreTooMany() {
        for (int i = 0; i <= NoticesViewModel.MOST; i++) {
            tell("notice " + i, NoticeKind.CONSOLE);
        }
        assertThat(notices.shown()).hasSize(NoticesViewModel.MOST);
        assertThat(notices.shown().getFirst().words().title()).isEqualTo("notice " + NoticesViewModel.MOST);
        assertThat(notices.shown().getLast().words().title()).isEqualTo("notice 1");
        assertThat(notices.unreadProperty().get()).isEqualTo(NoticesViewModel.MOST);
    }

    @Test
    void readOnesAreNotCountedAny() {
        var first = tell("first", NoticeKind.CONSOLE);
        tell("second", NoticeKind.STALLED);
        notices.read(first);
        assertThat(first.unreadProperty().get()).isFalse();
        assertThat(notices.unreadProperty().get()).isOne();
        notices.markAllRead();
        assertThat(notices.unreadProperty().get()).isZero();
        assertThat(notices.shown()).hasSize(2);
    }

    @Test
    void aKindShowsItsOwnAndAllUnreadOnesAreCounted() {
        tell("plan", NoticeKind.CONSOLE);
        tell("stalled", NoticeKind.STALLED);
        notices.show(Optional.of(NoticeKind.STALLED));
        assertThat(titles()).containsExactly("stalled");
        tell("another plan", NoticeKind.CONSOLE);
        tell("stalled too", NoticeKind.STALLED);
        assertThat(titles()).containsExactly("stalled too", "stalled");
        assertThat(notices.unreadProperty().get()).isEqualTo(4);
        notices.show(Optional.of(NoticeKind.CHANGED));
        assertThat(notices.stateProperty().get()).isEqualTo(State.NO_MATCH);
        notices.show(Optional.empty());
        assertThat(titles()).containsExactly("stalled too", "another plan", "stalled", "plan");
    }

    @Test
    void oneThatComesMovesNoOther() {
        tell("before", NoticeKind.CONSOLE);
        List<Integer> changed = new ArrayList<>();
        notices.shown().addListener((ListChangeListener<KeptNotice>) change -> {
            while (change.next()) {
                changed.add(change.getAddedSize() + change.getRemovedSize());
            }
        });
        tell("fresh", NoticeKind.CONSOLE);
        assertThat(changed).containsExactly(1);
    }

    private KeptNotice tell(String title, NoticeKind kind) {
        return notices.keep(NOW, kind, new NoticeWords.Words(title, "", Tone.ACCENT), Optional.empty());
    }

    private List<String> titles() {
        return notices.shown().stream().map(each -> each.words().title()).toList();
    }

    private static NoticesViewModel notices() {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
        var sentences = new Sentences(messages, formats);
        return new NoticesViewModel(new NoticeWords(_ -> Optional.empty(), _ -> Optional.empty(), messages, formats,
                sentences), formats);
    }
}
