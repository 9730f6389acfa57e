package org.billrunconsole.ui.runlist.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.review.RunAnalysis;

/** Finds out what a list has to know of a run. For any thread. */
public final class RunJudge {

    /** A run that has just finished counts as active for so long. */
    private static final Duration RECENT = Duration.ofHours(24);

    private final ReferenceData referenceData;
    private final RunAnalysis analysis;
    private final InstantSource clock;

    public RunJudge(ReferenceData referenceData, RunAnalysis analysis, InstantSource clock) {
        this.referenceData = referenceData;
        this.analysis = analysis;
        this.clock = clock;
    }

    /** Facts of a run that was not listed before. */
    public RowFacts found(Run run) {
        return judge(run.key(), run, searched(run), Optional.empty());
    }

    /** Facts of a run that is seen to have changed just now. */
    public RowFacts changed(Run run) {
        return judge(run.key(), run, searched(run), Optional.of(clock.instant()));
    }

    /** The facts as they are now, of a run that has not changed; the same object if they are as they were. */
    public RowFacts again(RowFacts before) {
        var now = judge(before.key(), before.run(), before.searched(), before.changed());
        return now.equals(before) ? before : now;
    }

    private RowFacts judge(RunKey key, Run run, String searched, Optional<Instant> changed) {
        return new RowFacts(key, run, referenceData.cycleOf(run), searched, Set.copyOf(analysis.attention(run)),
                analysis.stall(key).isPresent(), analysis.isOutcomeUnknown(key),
                analysis.deadline(run).map(Deadline::daysLeft).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                changed, changed.filter(when -> when.isAfter(clock.instant().minus(RECENT))).isPresent(),
                analysis.notes().of(key));
    }

    private static String searched(Run run) {
        var texts = Stream.of(run.name(), switch (run) {
            case BillRun regular -> regular.sortableName();
            case AdhocBillRun adhoc -> adhoc.nickname();
        }).flatMap(Optional::stream).toList();
        return texts.stream().allMatch(SearchText::isPlain)
                ? ""
                : texts.stream().map(SearchText::folded).collect(Collectors.joining("\n"));
    }
}
