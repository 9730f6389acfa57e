package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.app.PreferredLimits;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A number that the operator changes has effect at once, on the whole console without its window. */
class ChangedLimitsTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;
    private final ManualTime time = new ManualTime();
    private Sandbox sandbox;
    private ConnectionServices services;
    private MonitorLimits limits = MonitorLimits.DEFAULT;

    @BeforeEach
    void connect() {
        sandbox = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        URI base = sandbox.baseUri();
        services = new ConnectionServices(new Connection("Test", ConnectionKind.TEST, base), ClientOptions.of(base),
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)), () -> "billing.ops", folder, false, true,
                Optional.empty(), time, time, ZoneOffset.UTC, () -> limits);
        for (var kind : RunKind.values()) {
            services.refresh().load(kind);
        }
        services.monitor().start();
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void runsStallAfterTheLimitOfNow() {
        time.advance(Duration.ofMinutes(5));
        assertThat(services.stalls().count()).isZero();
        limits = limits.withStalledAfter(Duration.ofMinutes(3));
        time.advance(Duration.ofSeconds(2));
        assertThat(services.stalls().count()).isPositive();
        limits = limits.withStalledAfter(Duration.ofMinutes(30));
        time.advance(Duration.ofSeconds(2));
        assertThat(services.stalls().count()).isZero();
    }

    @Test
    void theServerIsAskedAsOftenAsIsWantedNow() {
        time.advance(Duration.ofSeconds(2));
        assertThat(requestsIn(Duration.ofSeconds(60))).isGreaterThan(50);
        limits = limits.withTicksEvery(Duration.ofSeconds(30));
        time.advance(Duration.ofSeconds(2));
        assertThat(requestsIn(Duration.ofSeconds(60))).isBetween(2L, 8L);
    }

    @Test
    void figuresAreJudgedByTheThresholdsOfNow() {
        var run = withSuspense();
        assertThat(severity(run)).contains(Severity.WARNING);
        var usual = CheckThresholds.DEFAULT;
        limits = limits.withChecks(new CheckThresholds(1, usual.comparedRuns(), usual.fewestRuns(),
                usual.revenueDeviation(), usual.largestInvoiceTimes(), usual.recently(), usual.variance()));
        assertThat(severity(run)).contains(Severity.SERIOUS);
    }

    @Test
    void thePreferencesMeanTheNumbersTheyName() {
        assertThat(PreferredLimits.of(Preferences.DEFAULT)).isEqualTo(MonitorLimits.DEFAULT);
        var usual = Preferences.DEFAULT;
        var other = PreferredLimits
                .of(new Preferences(usual.theme(), usual.contrast(), usual.density(), usual.textPercent(),
                        usual.language(), usual.region(), 20,
                        new Preferences.Thresholds(5, 7, 3, 40, 250, 8), true, true, 3, true, true));
        assertThat(other.stalledAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(other.ticks().running()).isEqualTo(Duration.ofSeconds(20));
        assertThat(other.ticks().lingering()).as("never quicker than while running").isEqualTo(
                Duration.ofSeconds(20));
        assertThat(other.checks().seriousSuspense()).isEqualTo(7);
        assertThat(other.checks().largestInvoiceTimes()).isEqualTo(3);
        assertThat(other.checks().revenueDeviation()).isEqualTo(0.4);
        assertThat(other.checks().variance()).isEqualTo(new VarianceLimits(250, 8));
    }

    private long requestsIn(Duration length) {
        var before = sandbox.log().count();
        time.advance(length);
        return sandbox.log().count() - before;
    }

    private Run withSuspense() {
        return services.store().all(RunKind.REGULAR).stream()
                .filter(run -> run.isInStage(Known.FULL_INVOICES))
                .filter(run -> severity(run).isPresent()).findFirst().orElseThrow();
    }

    private Optional<Severity> severity(Run run) {
        return services.analysis().checks(run).stream()
                .filter(check -> check.kind() == Check.Kind.RENTAL_SUSPENSE).map(Check::severity).findFirst();
    }
}
