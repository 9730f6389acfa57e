package org.billrunconsole.ui.shell;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.plan.panel.PanelParts;
import org.billrunconsole.ui.plan.panel.PanelSamples;
import org.billrunconsole.work.FxThread;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Measures how long the window's thread works at a time while 200 runs of a plan all change, twenty times a second, and
 * the panel is scrolled. Says nothing on a busy machine. Run by {@code .ci/bench PlanPanelLoad}.
 */
final class PlanPanelLoad {

    private static final int RUNS = 200;
    private static final int CHANGE_MILLIS = 50;
    private static final int SCROLL_MILLIS = 80;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 15;
    private static final double MILLI = 1e6;

    private PlanPanelLoad() {}

    public static void main(String[] args) throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        var shell = new TestShell();
        var parts = new PanelParts();
        var robot = new FxRobot();
        robot.interact(() -> {
            shell.show(stage, TestShell.production(), _ -> {});
            shell.view.controller().follow(parts.models(new FxThread()), new Fxml(parts.messages.bundle()));
        });
        robot.interact(() -> parts.plans.put(PanelSamples.many(RUNS, 0)));
        var round = new AtomicInteger();
        TableView<?> table = robot.lookup("#planTable").queryTableView();
        try (var changes = Executors.newSingleThreadScheduledExecutor();
                var hands = Executors.newSingleThreadScheduledExecutor()) {
            changes.scheduleAtFixedRate(() -> parts.plans.put(PanelSamples.many(RUNS, round.incrementAndGet())), 0,
                    CHANGE_MILLIS, TimeUnit.MILLISECONDS);
            hands.scheduleAtFixedRate(() -> Platform.runLater(() -> table.scrollTo(round.get() % (RUNS - 20))), 0,
                    SCROLL_MILLIS, TimeUnit.MILLISECONDS);
            measure(WARM_UP_SECONDS);
            var changedBefore = round.get();
            var pieces = measure(SECONDS);
            changes.shutdownNow();
            hands.shutdownNow();
            Collections.sort(pieces);
            System.out.printf(
                    "the window's thread works at a time, ms: median %.2f, 99 %% %.2f, 99.9 %% %.2f, most %.2f "
                            + "(%d pieces, %d changes of %d runs)%n",
                    at(pieces, 0.5), at(pieces, 0.99), at(pieces, 0.999),
                    at(pieces, 1), pieces.size(), round.get() - changedBefore, RUNS);
        }
        var machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("machine: %d processors, load %.1f%n", machine.getAvailableProcessors(),
                machine.getSystemLoadAverage());
        // Threads of the toolkit may be left.
        System.exit(0);
    }

    /** What the thread had in a processor between two of our own entries in its queue, in nanoseconds. */
    private static List<Long> measure(int seconds) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var pieces = new ArrayList<Long>();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long before = -1;
        while (System.nanoTime() < end) {
            var asked = new CompletableFuture<Long>();
            Platform.runLater(() -> asked.complete(threads.getCurrentThreadCpuTime()));
            long now = asked.get();
            if (before >= 0) {
                pieces.add(now - before);
            }
            before = now;
        }
        return pieces;
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))) / MILLI;
    }
}
