package org.billrunconsole.ui.plan.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.plan.PlanWords;

/**
 * Tells when a plan needs somebody and when it ends. The first run that does is told at once; of those that follow
 * within a while, how many there are by then.
 */
public final class PlanPanelNotices implements AutoCloseable {

    /** Ten runs that stop one after the other are one piece of news. */
    static final Duration TOGETHER = Duration.ofMinutes(1);

    /** Shows something that is worth telling, where and as far as the operator wants that; on the window's thread. */
    @FunctionalInterface
    public interface Teller {

        void tell(String title, String text, Tone tone);
    }

    private final Plans plans;
    private final PlanWords words;
    private final Messages messages;
    private final InstantSource clock;
    private final Teller teller;
    private final Executor window;
    private final Consumer<Optional<PlanSnapshot>> listener = now -> now.ifPresent(this::changed);
    private Optional<UUID> followed = Optional.empty();
    private long told;
    private Instant lastTold = Instant.MIN;
    private boolean endTold;

    public PlanPanelNotices(Plans plans, PlanWords words, Messages messages, InstantSource clock, Teller teller,
            Executor window) {
        this.plans = plans;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
        this.teller = teller;
        this.window = window;
        plans.addListener(listener);
    }

    /** Those that came within a while of the last notice are told once that is over. */
    public void secondPassed() {
        plans.current().ifPresent(this::changed);
    }

    @Override
    public void close() {
        plans.removeListener(listener);
    }

    private synchronized void changed(PlanSnapshot plan) {
        if (!followed.equals(Optional.of(plan.plan().id()))) {
            followed = Optional.of(plan.plan().id());
            told = 0;
            lastTold = Instant.MIN;
            endTold = false;
        }
        if (plan.phase() == PlanPhase.ENDED) {
            if (!endTold) {
                endTold = true;
                tellEnd(plan);
            }
            return;
        }
        var needing = plan.runs().stream().filter(PlanPanelNotices::needsSomebody).count();
        if (needing > told && !lastTold.plus(TOGETHER).isAfter(clock.instant())) {
            lastTold = clock.instant();
            told = needing;
            tell(messages.get("plan.panel.needs", needing), plan, Tone.WARNING);
        }
        // One that needs nobody any more makes room for the next.
        told = Math.min(told, needing);
    }

    private void tellEnd(PlanSnapshot plan) {
        var done = plan.count(RunVerdict.Outcome.DONE);
        var part = plan.runs().size() - plan.count(RunVerdict.Outcome.SKIPPED);
        tell(messages.get("plan.notice.ended", done, part), plan, done == part ? Tone.SUCCESS : Tone.WARNING);
    }

    private void tell(String title, PlanSnapshot plan, Tone tone) {
        var text = words.title(plan.plan());
        window.execute(() -> teller.tell(title, text, tone));
    }

    private static boolean needsSomebody(RunInPlan run) {
        return run.standing() instanceof RunStanding.NeedsProof
                || run.verdict().filter(RunVerdict::needsPerson).isPresent();
    }
}
