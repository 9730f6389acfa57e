package org.billrunconsole.ui.plan.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.work.Listeners;

/** Plans as a test says they are; what is asked of them is written down. */
public final class PanelPlans implements Plans {

    private final Listeners<Consumer<Optional<PlanSnapshot>>> listeners = new Listeners<>("plans");
    private final Map<UUID, PlanSnapshot> kept = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private volatile Optional<PlanSnapshot> current = Optional.empty();
    private volatile List<PlanSnapshot> unfinished = List.of();
    private Optional<Refusal> refusal = Optional.empty();

    /** The plan is now like this. */
    public void put(PlanSnapshot now) {
        current = Optional.of(now);
        listeners.tell(listener -> listener.accept(current));
    }

    /** These were left by earlier consoles. */
    public void leaveBehind(PlanSnapshot... plans) {
        unfinished = List.of(plans);
    }

    public void keep(PlanSnapshot plan) {
        kept.put(plan.plan().id(), plan);
    }

    /** What is asked from now on is refused. */
    public void refuse(Refusal why) {
        refusal = Optional.of(why);
    }

    /** What was asked so far, in its order. */
    public List<String> asked() {
        return List.copyOf(asked);
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

    /** Whether anybody listens. */
    public boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    @Override
    public Optional<Refusal> start(Plan plan) {
        asked.add("start " + plan.id());
        return refusal;
    }

    @Override
    public void pause() {
        asked.add("pause");
    }

    @Override
    public void goOn() {
        asked.add("go on");
    }

    @Override
    public void stop() {
        asked.add("stop");
    }

    @Override
    public void sayDone(RunKey run, Stage.Known stage) {
        asked.add("say done " + run.id());
    }

    @Override
    public void putAway() {
        asked.add("put away");
        current = Optional.empty();
        listeners.tell(listener -> listener.accept(current));
    }

    @Override
    public List<PlanSnapshot> unfinished() {
        return unfinished;
    }

    @Override
    public Optional<Refusal> resume(UUID plan) {
        asked.add("resume");
        return refusal.or(() -> {
            unfinished = unfinished.stream().filter(each -> !each.plan().id().equals(plan)).toList();
            return Optional.empty();
        });
    }

    @Override
    public Optional<Refusal> leave(UUID plan) {
        asked.add("leave");
        return refusal.or(() -> {
            unfinished = unfinished.stream().filter(each -> !each.plan().id().equals(plan)).toList();
            return Optional.empty();
        });
    }

    @Override
    public Optional<PlanSnapshot> kept(UUID plan) {
        return Optional.ofNullable(kept.get(plan));
    }
}
