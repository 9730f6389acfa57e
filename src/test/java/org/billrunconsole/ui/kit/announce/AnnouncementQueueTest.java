package org.billrunconsole.ui.kit.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.junit.jupiter.api.Test;

class AnnouncementQueueTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private AnnouncementQueue queue = new AnnouncementQueue();
    private Instant now = START;

    @Test
    void aSentenceIsSaidAtOnceAndTheNextWhenThatHasBeenHeard() {
        add(Urgency.EVENT, "", "Reporting begins");
        add(Urgency.EVENT, "", "Reported");
        assertThat(said()).containsExactly("Reporting begins");
        now = now.plus(AnnouncementQueue.HEARD_FOR.minusMillis(1));
        assertThat(said()).isEmpty();
        assertThat(queue.until(now)).contains(Duration.ofMillis(1));
        now = now.plusMillis(1);
        assertThat(said()).containsExactly("Reported");
        assertThat(queue.until(now)).as("nothing waits, so nobody need come back").isEmpty();
    }

    @Test
    void anErrorIsSaidAtOnceAndBeforeWhateverWaits() {
        add(Urgency.PROGRESS, "run", "10 %");
        assertThat(said()).containsExactly("10 %");
        add(Urgency.PROGRESS, "run", "20 %");
        add(Urgency.WARNING, "", "Stalled");
        add(Urgency.ERROR, "", "Refused");
        assertThat(said()).containsExactly("Refused");
        now = now.plus(AnnouncementQueue.HEARD_FOR);
        assertThat(said()).containsExactly("Stalled");
        now = now.plus(AnnouncementQueue.HEARD_FOR);
        assertThat(said()).containsExactly("20 %");
    }

    @Test
    void ofProgressOnlyTheNewestIsKeptAndNoneOnceSomethingElseIsKnownOfIt() {
        add(Urgency.EVENT, "", "Other");
        said();
        add(Urgency.PROGRESS, "run", "10 %");
        add(Urgency.PROGRESS, "run", "20 %");
        add(Urgency.PROGRESS, "another", "50 %");
        add(Urgency.EVENT, "another", "Finished");
        assertThat(all()).containsExactly("Finished", "20 %");
    }

    @Test
    void theSameSentenceIsNotSaidTwiceInARowUnlessItIsNewsAgain() {
        add(Urgency.ERROR, "", "Refused");
        add(Urgency.ERROR, "", "Refused");
        assertThat(all()).containsExactly("Refused");
        add(Urgency.ERROR, "", "Refused");
        assertThat(all()).as("just said").isEmpty();
        now = now.plus(AnnouncementQueue.SAME_FOR);
        add(Urgency.ERROR, "", "Refused");
        assertThat(all()).as("tried again later").containsExactly("Refused");
    }

    @Test
    void aClockThatIsPutBackHoldsNothingUp() {
        add(Urgency.EVENT, "", "One");
        said();
        now = now.minus(Duration.ofHours(1));
        add(Urgency.EVENT, "", "Two");
        assertThat(said()).containsExactly("Two");
    }

    @Test
    void whatIsOfNoUseAnyMoreGivesWayInAFullQueue() {
        add(Urgency.PROGRESS, "a", "progress of a");
        IntStream.range(0, AnnouncementQueue.MOST).forEach(each -> add(Urgency.EVENT, "", "event " + each));
        add(Urgency.ERROR, "", "error");
        var said = all();
        assertThat(said).hasSize(AnnouncementQueue.MOST).startsWith("error").contains("event 9").doesNotContain(
                "progress of a", "event 0");
    }

    @Test
    void linesAreReadAsSentencesAndSilenceIsNoSentence() {
        assertThat(new Announcement(Urgency.EVENT, " one\n\n two \r\nthree ").text()).isEqualTo("one. two. three");
        assertThatThrownBy(() -> new Announcement(Urgency.EVENT, " \n ")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each number is an announcement, or a time to wait. */
    @Property
    void whateverComesNothingIsSaidTwiceInARowOrTooSoonOrOutOfBounds(
            @ForAll @Size(max = 200) List<@IntRange(max = 60) Integer> steps) {
        queue = new AnnouncementQueue();
        now = START;
        var heard = new ArrayList<Announcement>();
        var when = new ArrayList<Instant>();
        for (var step : steps) {
            if (step < 40) {
                queue.add(new Announcement(Urgency.values()[step % 4], "about " + step % 3, "sentence " + step));
            } else {
                now = now.plusMillis((step - 40) * 100L);
            }
            queue.next(now).ifPresent(each -> {
                heard.add(each);
                when.add(now);
            });
        }
        for (int i = 1; i < heard.size(); i++) {
            var between = Duration.between(when.get(i - 1), when.get(i));
            if (heard.get(i).text().equals(heard.get(i - 1).text())) {
                assertThat(between).isGreaterThanOrEqualTo(AnnouncementQueue.SAME_FOR);
            }
            if (heard.get(i).urgency().compareTo(heard.get(i - 1).urgency()) >= 0) {
                assertThat(between).isGreaterThanOrEqualTo(AnnouncementQueue.HEARD_FOR);
            }
        }
        assertThat(all()).hasSizeLessThanOrEqualTo(AnnouncementQueue.MOST);
    }

    private void add(Urgency urgency, String about, String text) {
        queue.add(new Announcement(urgency, about, text));
    }

    private List<String> said() {
        return queue.next(now).map(Announcement::text).stream().toList();
    }

    /** All that waits, with time to hear each. */
    private List<String> all() {
        var said = new ArrayList<String>();
        for (var left = queue.until(now); left.isPresent(); left = queue.until(now)) {
            now = now.plus(left.get());
            said.addAll(said());
        }
        return said;
    }
}
