package org.billrunconsole.runs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Check;
import org.billrunconsole.domain.Happening;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunHistory;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/** What is known of a run beyond its own fields: what was seen, how long things take, what deserves a look. */
public final class Insight {

    private final RunStore store;
    private final Chronicle chronicle;
    private final StallWatch stalls;
    private final Names names;
    private final UnansweredWrites unanswered;
    private final Checks checks;
    private final InstantSource clock;
    private final ZoneId zone;

    public Insight(RunStore store, Chronicle chronicle, StallWatch stalls, Names names, UnansweredWrites unanswered,
            Checks checks,
            InstantSource clock, ZoneId zone) {
        this.store = store;
        this.chronicle = chronicle;
        this.stalls = stalls;
        this.names = names;
        this.unanswered = unanswered;
        this.checks = checks;
        this.clock = clock;
        this.zone = zone;
    }

    /** What this console has seen of a run. */
    public RunHistory history(RunKey run) {
        return chronicle.of(run);
    }

    /** The stall of a run, if it is stalled. */
    public Optional<Stalls.Stall> stall(RunKey run) {
        return stalls.of(run);
    }

    /** How many runs are stalled. */
    public int stalledCount() {
        return stalls.count();
    }

    /** How many runs of a kind are stalled. */
    public long stalledCount(RunKind kind) {
        return stalls.count(kind);
    }

    public boolean isOutcomeUnknown(RunKey run) {
        return unanswered.isOpen(run);
    }

    /** What is known of writes that were not answered for. */
    public UnansweredWrites unanswered() {
        return unanswered;
    }

    /** Why a run deserves attention; empty for one that can be left alone. */
    public Set<NeedsAttention> attention(Run run) {
        return NeedsAttention.of(run, names.cycleOf(run), stalls.of(run.key()).isPresent(),
                unanswered.isOpen(run.key()),
                today());
    }

    /**
     * What somebody should look at before the next step. Goes through all runs of the cycle, so it is for one run at a
     * time.
     *
     * @param run as last read, or with the dates the operator is about to set
     */
    public List<Check> checks(Run run) {
        var others = store.such(other -> names.cycleOf(other).isPresent()
                && names.cycleOf(other).equals(names.cycleOf(run)));
        return checks.of(new CheckInput(run, names.cycleOf(run), CheckInput.earlier(run, others), today(),
                clock.instant(), changedByOthers(run.key())));
    }

    /** How long a stage took in the last runs of the run's cycle. */
    public Optional<Estimates.Usual> usual(Run run, Stage stage) {
        return chronicle.usual(run, stage);
    }

    /** How long the present stage still takes, where there is something to learn that from. */
    public Optional<Estimates.TimeLeft> left(Run run) {
        return Estimates.left(run, history(run.key()), run.stage().flatMap(stage -> usual(run, stage)),
                clock.instant());
    }

    /** The earlier runs of the same cycle, oldest first. */
    public List<? extends Run> before(Run run, int most) {
        return run instanceof BillRun regular
                ? Trends.before(regular, store.all(run.key().kind()), most)
                : List.of();
    }

    private Optional<Instant> changedByOthers(RunKey run) {
        return history(run).timeline()
                .reversed()
                .stream()
                .filter(happening -> happening.who() == Happening.Who.SOMEONE_ELSE)
                .map(Happening::time)
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
