package org.billrunconsole.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.runs.plan.Plans;

/** Keeps the plans that are to be started, and starts none of them. */
public final class StubPlans implements Plans {

    private final List<Plan> started = new ArrayList<>();
    private final List<Consumer<Optional<PlanSnapshot>>> listeners = new ArrayList<>();
    private Optional<PlanSnapshot> current = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    /** Those that were taken on. */
    public List<Plan> started() {
        return started;
    }

    /** From now on no plan is taken on. */
    public void refuse(Refusal why) {
        refusal = Optional.of(why);
    }

    /** From now on another plan runs. */
    public void run(Plan plan) {
        tell(Optional.of(new PlanSnapshot(plan, PlanPhase.RUNNING, Optional.empty(), plan.made(), Optional.empty(),
                List.of())));
    }

    /** Whether anybody still listens. */
    public boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    private void tell(Optional<PlanSnapshot> now) {
        current = now;
        List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }

    @Override
    public Optional<PlanSnapshot> current() {
        return current;
    }

    @Override
    public void addListener(Consumer<Optional<PlanSnapshot>> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Consumer<Optional<PlanSnapshot>> listener) {
        listeners.remove(listener);
    }

    @Override
    public Optional<Refusal> start(Plan plan) {
        if (refusal.isEmpty()) {
            started.add(plan);
        }
        return refusal;
    }

    @Override
    public void pause() {}

    @Override
    public void goOn() {}

    @Override
    public void stop() {}

    @Override
    public void sayDone(RunKey run, Stage.Known stage) {}

    @Override
    public void putAway() {
        tell(Optional.empty());
    }

    @Override
    public List<PlanSnapshot> unfinished() {
        return List.of();
    }

    @Override
    public Optional<Refusal> resume(UUID plan) {
        return refusal;
    }

    @Override
    public Optional<Refusal> leave(UUID plan) {
        return refusal;
    }

    @Override
    public Optional<PlanSnapshot> kept(UUID plan) {
        return Optional.empty();
    }
}
