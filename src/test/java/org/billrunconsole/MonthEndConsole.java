package org.billrunconsole;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.testfx.api.FxToolkit;

/** The whole console on a server with the month end of 24 open runs, on the day after the month, so that no check warns. */
final class MonthEndConsole {

    static final int OPEN_RUNS = 24;

    private static final Instant DAY = Instant.parse("2026-12-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instant began = Instant.now();
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> DAY.plus(Duration.between(began, Instant.now())).plus(moved.get());
    private final UnaryOperator<SandboxOptions> monthEnd;
    private final Sandboxes sandboxes;
    private Optional<Sandbox> server = Optional.empty();
    private Gallery gallery;
    private ConsoleApp app;

    /** @param speed how many times faster than believable the server's stages go */
    MonthEndConsole(Sandboxes sandboxes, double speed) {
        this(sandboxes, speed, UnaryOperator.identity());
    }

    MonthEndConsole(Sandboxes sandboxes, double speed, UnaryOperator<SandboxOptions> like) {
        this.sandboxes = sandboxes;
        monthEnd = options -> like.apply(options.withMonthEnd(OPEN_RUNS)
                .withDrift(false)
                .withSpeed(speed)
                .withClock(SandboxClock.of(clock, ZoneOffset.UTC)));
    }

    /** Has distribution on production held back briefly, but long enough that a busy machine sees it. */
    static void holdBackBriefly(Path folder) throws Exception {
        var usual = Preferences.DEFAULT;
        new SettingsStore(Folders.within(folder), InstantSource.system()).save(new Preferences(usual.theme(),
                usual.contrast(), usual.density(), usual.textPercent(), usual.language(), usual.region(),
                usual.tickSeconds(),
                usual.thresholds(), usual.notices(),
                usual.desktopNotifications(), 4, usual.unlockNeedsReason(), usual.welcomed()));
    }

    /** Starts the program as it starts for the first time: on its own practice system. */
    void open(Path folder) throws Exception {
        start(PlatformServices.real().withSandbox(options -> sandboxes.watching(monthEnd.apply(options))),
                "--config-dir", folder.toString());
    }

    /** Starts the program on a production system, which was there before it and stays when it ends. */
    void openProduction(Path folder) throws Exception {
        if (server.isEmpty()) {
            server = Optional.of(sandboxes.start(monthEnd.apply(SandboxOptions.defaults())));
        }
        start(PlatformServices.real().withEnvironment(_ -> Optional.of(server().token(SandboxUser.OPERATOR))),
                "--url", server().baseUri().toString(), "--config-dir", folder.toString());
    }

    private void start(PlatformServices platform, String... args) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(platform.withScreen(1440, 900)
                .withDesktop(DesktopNotices.none())
                .withPolicy(PolicyPlace.at(Path.of("no-policy.json"), _ -> false))
                .withClock(clock), args));
        gallery = new Gallery(stage);
    }

    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    Sandbox server() {
        return server.orElseGet(() -> app.wiring().sandbox());
    }

    ConsoleApp app() {
        return app;
    }

    Gallery gallery() {
        return gallery;
    }

    /** Lets so much time go by for console and server alike. */
    void passes(Duration time) {
        moved.updateAndGet(before -> before.plus(time));
    }

    /** The watch asks by itself once a second or so; a test has not the time. */
    void untilWatched(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(40)).until(() -> {
            app.wiring().services().monitor().tickNow();
            return Hands.see(condition);
        });
    }

    PlanSnapshot plan() {
        return app.wiring().services().plans().current().orElseThrow();
    }

    boolean isPlanOver() {
        return plan().phase() == PlanPhase.ENDED;
    }

    RunInPlan planned(RunKey run) {
        return plan().runs().stream().filter(each -> each.planned().key().equals(run)).findFirst().orElseThrow();
    }

    /** The server's own runs, as they are now. */
    List<RunSnapshot> runs() {
        return server().runs(RunKind.REGULAR);
    }

    /** What the server was told to change, in its own words and order. */
    List<LoggedRequest> writes() {
        return server().log().writes();
    }
}
