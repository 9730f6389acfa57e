package org.billrunconsole.runs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.runs.Notice;
import org.junit.jupiter.api.Test;

class RunNewsFilterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final RunKey RUN = RunKey.regular(1);
    private static final RunKey OTHER = RunKey.regular(2);
    private static final RunKey PLANNED = RunKey.regular(3);

    private final RunNewsFilter filter = new RunNewsFilter(PLANNED::equals);

    @Test
    void ofTheOpenRunTheBeginningOfAStageAndEveryTenthOfItIsTold() {
        filter.open(Optional.of(RUN));
        var news = new ArrayList<>(filter.onEvents(List.of(entered(RUN, Known.DRAFT_INVOICES, Who.SOMEONE_ELSE))));
        IntStream.rangeClosed(0, 100).forEach(percent -> news.addAll(filter.onEvents(List.of(percent(RUN, percent)))));
        assertThat(news).startsWith(new RunNews.StageBegun(RUN, Known.DRAFT_INVOICES))
                .hasSize(10)
                .endsWith(new RunNews.StageProgress(RUN, Known.DRAFT_INVOICES, 90));
    }

    @Test
    void aJumpTellsTheNewestOnlyAndNothingGoesBackwards() {
        filter.open(Optional.of(RUN));
        filter.onEvents(List.of(entered(RUN, Known.DRAFT_INVOICES, Who.SERVER)));
        assertThat(percents(3, 47, 41, 12, 49, 55)).containsExactly(40, 50);
    }

    @Test
    void howFarARunWasWhenItWasOpenedIsNoNews() {
        filter.open(Optional.of(RUN));
        assertThat(percents(57, 59, 60, 100)).containsExactly(60);
    }

    @Test
    void aNewStageCountsFromItsOwnStart() {
        filter.open(Optional.of(RUN));
        filter.onEvents(List.of(entered(RUN, Known.DRAFT_INVOICES, Who.SERVER)));
        assertThat(percents(90)).containsExactly(90);
        filter.onEvents(List.of(entered(RUN, Known.FULL_INVOICES, Who.SERVER)));
        assertThat(filter.onEvents(List.of(new RunEvent.PercentSeen(NOW, RUN, Known.FULL_INVOICES, 10))))
                .containsExactly(new RunNews.StageProgress(RUN, Known.FULL_INVOICES, 10));
    }

    @Test
    void whatOtherRunsDoIsNotTold() {
        filter.open(Optional.of(RUN));
        assertThat(filter.onEvents(List.of(entered(OTHER, Known.REPORTING, Who.SOMEONE_ELSE), percent(OTHER, 50))))
                .isEmpty();
    }

    @Test
    void aRunThatThisConsoleMovedIsFollowedUntilItIsFinished() {
        assertThat(filter.onEvents(List.of(entered(OTHER, Known.DRAFT_INVOICES, Who.THIS_CONSOLE), percent(OTHER, 30))))
                .containsExactly(new RunNews.StageBegun(OTHER, Known.DRAFT_INVOICES),
                        new RunNews.StageProgress(OTHER, Known.DRAFT_INVOICES, 30));
        assertThat(filter.onEvents(List.of(entered(OTHER, Known.FINISHED, Who.SERVER)))).isEmpty();
        assertThat(filter.onNotice(finished(OTHER))).contains(new RunNews.Noticed(finished(OTHER)));
        assertThat(filter.onEvents(List.of(entered(OTHER, Known.PROPERTIES, Who.SOMEONE_ELSE)))).isEmpty();
    }

    @Test
    void onlyTheLastFewThatThisConsoleMovedAreFollowed() {
        var keys = IntStream.rangeClosed(10, 10 + RunNewsFilter.MOST_MOVED).mapToObj(RunKey::regular).toList();
        keys.forEach(key -> filter.onEvents(List.of(entered(key, Known.DRAFT_INVOICES, Who.THIS_CONSOLE))));
        assertThat(filter.onEvents(List.of(percent(keys.getFirst(), 50)))).isEmpty();
        assertThat(filter.onEvents(List.of(percent(keys.get(1), 50)))).hasSize(1);
        assertThat(filter.onEvents(List.of(percent(keys.getLast(), 50)))).hasSize(1);
    }

    @Test
    void aRunThatAPlanMovesIsLeftToThePlan() {
        assertThat(filter.onEvents(List.of(entered(PLANNED, Known.DRAFT_INVOICES, Who.THIS_CONSOLE)))).isEmpty();
    }

    @Test
    void aStageThatWasOverBeforeItWasSeenHasNotBegunAfterItsEnd() {
        filter.open(Optional.of(RUN));
        assertThat(filter.onEvents(List.of(entered(RUN, Known.REPORTING, Who.SERVER),
                new RunEvent.StageDone(NOW, RUN, Known.REPORTING, true)))).isEmpty();
    }

    @Test
    void aRunThatIsSeenForTheFirstTimeHasBegunNothing() {
        filter.open(Optional.of(RUN));
        assertThat(filter.onEvents(List.of(new RunEvent.StageEntered(NOW, RUN, Who.UNKNOWN, OptionalLong.empty(),
                Optional.empty(), Known.REPORTING, false)))).isEmpty();
    }

    @Test
    void noticesOfAFollowedRunAreToldAtOnceAndThoseOfOthersTogetherNowAndThen() {
        filter.open(Optional.of(RUN));
        var ended = new Notice.StageEnded(NOW, RUN, Known.REPORTING);
        assertThat(filter.onNotice(ended)).contains(new RunNews.Noticed(ended));
        for (int id = 10; id < 22; id++) {
            assertThat(filter.onNotice(finished(RunKey.regular(id)))).isEmpty();
        }
        filter.onNotice(new Notice.Stalled(NOW, new Stall(OTHER, Known.REPORTING, NOW, Duration.ofMinutes(5),
                false)));
        assertThat(filter.onReading(NOW)).contains(new RunNews.Others(12, 0, 1));
        assertThat(filter.onReading(NOW)).as("told").isEmpty();

        filter.onNotice(new Notice.StageEnded(NOW, OTHER, Known.REPORTING));
        filter.onNotice(finished(OTHER));
        var soon = NOW.plus(RunNewsFilter.OTHERS_EVERY);
        assertThat(filter.onReading(soon.minus(Duration.ofMillis(1)))).as("just told of others").isEmpty();
        assertThat(filter.onReading(soon)).contains(new RunNews.Others(1, 1, 0));
    }

    @Test
    void aSingleOtherRunIsNamed() {
        filter.onNotice(finished(OTHER));
        assertThat(filter.onReading(NOW)).contains(new RunNews.Noticed(finished(OTHER)));
    }

    /** Each number is a percentage of the open run. */
    @Property
    void whateverPercentagesComeEachTenthIsToldOnceUpwards(
            @ForAll @Size(max = 300) List<@IntRange(max = 100) Integer> percents) {
        var fresh = new RunNewsFilter(_ -> false);
        fresh.open(Optional.of(RUN));
        fresh.onEvents(List.of(entered(RUN, Known.DRAFT_INVOICES, Who.SERVER)));
        var told = percents(fresh, percents.stream().mapToInt(Integer::intValue).toArray());
        assertThat(told).isSorted().doesNotHaveDuplicates().allSatisfy(each -> assertThat(each).isBetween(10, 90)
                .matches(percent -> percent % 10 == 0));
        assertThat(told.isEmpty()).isEqualTo(percents.stream().noneMatch(each -> each >= 10 && each < 100));
    }

    private List<Integer> percents(int... percents) {
        return percents(filter, percents);
    }

    private static List<Integer> percents(RunNewsFilter filter, int... percents) {
        return IntStream.of(percents)
                .boxed()
                .flatMap(each -> filter.onEvents(List.of(percent(RUN, each))).stream())
                .map(news -> ((RunNews.StageProgress) news).percent())
                .toList();
    }

    private static RunEvent entered(RunKey run, Known stage, Who who) {
        return new RunEvent.StageEntered(NOW, run, who, OptionalLong.empty(), Optional.of(Known.PROPERTIES), stage,
                true);
    }

    private static RunEvent percent(RunKey run, int percent) {
        return new RunEvent.PercentSeen(NOW, run, Known.DRAFT_INVOICES, percent);
    }

    private static Notice finished(RunKey run) {
        return new Notice.RunFinished(NOW, run, Optional.empty(), OptionalLong.empty());
    }
}
