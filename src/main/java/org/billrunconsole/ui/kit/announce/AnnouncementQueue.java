package org.billrunconsole.ui.kit.announce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/**
 * Announcements that wait to be said, one after the other: the most urgent first, each with time to be heard before the
 * next, and never the same sentence twice in a row. Bounded; the oldest of the least urgent is left out for a newer one.
 * It knows the time only from its callers. For one thread.
 */
public final class AnnouncementQueue {

    /** So many wait at most; whoever hears a tenth sentence has forgotten the first. */
    static final int MOST = 10;

    /** So long each can be heard before another takes its place, unless that is more urgent. */
    static final Duration HEARD_FOR = Duration.ofSeconds(2);

    /** After so long the same sentence is news again: the operator has tried again, and it failed again. */
    static final Duration SAME_FOR = Duration.ofSeconds(10);

    private record Said(Announcement announcement, Instant when) {}

    private final List<Announcement> waiting = new ArrayList<>();
    private Optional<Said> last = Optional.empty();

    /** Takes one in; it is said when {@link #next} comes to it. */
    public void add(Announcement fresh) {
        if (waiting.stream().anyMatch(each -> each.text().equals(fresh.text()))) {
            return;
        }
        // Whatever is known now, how far it was before is of no use to anybody.
        waiting.removeIf(each -> each.urgency() == Urgency.PROGRESS && !each.about().isEmpty()
                && each.about().equals(fresh.about()));
        waiting.add(fresh);
        if (waiting.size() > MOST) {
            waiting.remove(leastUrgent());
        }
    }

    /** What is to be said now, which is taken out; empty if nothing is, or the one before is still being heard. */
    public Optional<Announcement> next(Instant now) {
        waiting.removeIf(each -> isJustSaid(each, now));
        var next = mostUrgent().filter(each -> untilSaid(each, now).isZero());
        next.ifPresent(each -> {
            waiting.remove(each);
            last = Optional.of(new Said(each, now));
        });
        return next;
    }

    /** How long until {@link #next} has something; empty if nothing waits. */
    public Optional<Duration> until(Instant now) {
        return mostUrgent().map(each -> untilSaid(each, now));
    }

    /** Leaves out all that waits. */
    public void clear() {
        waiting.clear();
    }

    /** First in, first out among those that are equally urgent. */
    private Optional<Announcement> mostUrgent() {
        return waiting.stream().min(Comparator.comparing(Announcement::urgency));
    }

    private Announcement leastUrgent() {
        return waiting.stream()
                .filter(each -> waiting.stream().noneMatch(other -> other.urgency().compareTo(each.urgency()) > 0))
                .findFirst()
                .orElseThrow();
    }

    private Duration untilSaid(Announcement next, Instant now) {
        return last.filter(said -> said.announcement().urgency().compareTo(next.urgency()) <= 0)
                .map(said -> Duration.between(now, said.when().plus(HEARD_FOR)))
                // The clock of a computer can be put back.
                .filter(left -> left.isPositive() && left.compareTo(HEARD_FOR) <= 0)
                .orElse(Duration.ZERO);
    }

    private boolean isJustSaid(Announcement next, Instant now) {
        return last.filter(said -> said.announcement().text().equals(next.text())
                && Duration.between(said.when(), now).compareTo(SAME_FOR) < 0).isPresent();
    }
}
