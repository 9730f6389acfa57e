package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.api.SandboxState;
import org.billrunconsole.sandbox.lifecycle.RunDetails;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.sandbox.lifecycle.StoredRun;
import org.billrunconsole.sandbox.seed.Seed;
import org.junit.jupiter.api.Test;

/** The runs that a sandbox starts with, on any day of the year. */
class SandboxSeedTest {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9\\p{L}\\s+/\\-._&#=,:@()]{1,22}");

    @Test
    void isBelievableOnAnyDay() {
        LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2028, 3, 2)).forEach(SandboxSeedTest::isBelievable);
    }

    private static void isBelievable(LocalDate day) {
        var seed = seed(day, SandboxOptions.defaults());
        var today = seed.regular().stream().filter(closeableOn(day)).toList();
        assertThat(seed.regular()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(seed.adhoc()).hasSize(15);
        assertThat(today).as("closeable on " + day).hasSizeGreaterThanOrEqualTo(6);
        assertThat(Stream.concat(seed.regular().stream(), seed.adhoc().stream())).allSatisfy(run -> {
            assertThat(run.name()).matches(NAME);
            assertThat(run.closedBy().isPresent()).isEqualTo(run.position().status() != RunStatus.Known.OPEN);
        });
        assertThat(seed.regular().stream().map(StoredRun::name)).doesNotHaveDuplicates();
    }

    @Test
    void aMonthEndHasManyCleanOpenRunsInTwoCurrenciesAndSomeToDistribute() {
        LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2028, 3, 2)).forEach(day -> {
            var seed = seed(day, SandboxOptions.defaults().withMonthEnd(24));
            var open = seed.regular().stream().filter(run -> run.position().status() == RunStatus.Known.OPEN).toList();
            assertThat(open).hasSize(24).allMatch(closeableOn(day), "closeable on " + day);
            assertThat(open).allMatch(run -> run.figures().usageSuspense() + run.figures().rentalSuspense() == 0);
            assertThat(seed.regular()).filteredOn(run -> run.position().stage() == Stage.Known.FULL_INVOICES).hasSize(
                    6);
            assertThat(seed.regular().stream().map(run -> details(run).cycle().currency()).distinct()).hasSize(2);
            assertThat(seed.regular()).allSatisfy(run -> assertThat(run.name()).matches(NAME));
            assertThat(seed.regular().stream().map(StoredRun::name)).doesNotHaveDuplicates();
        });
    }

    @Test
    void showsEveryState() {
        var seed = seed(LocalDate.of(2026, 11, 24), SandboxOptions.defaults());
        var stages = EnumSet.noneOf(Stage.Known.class);
        seed.regular().forEach(run -> stages.add(run.position().stage()));
        assertThat(stages).contains(Stage.Known.PROPERTIES, Stage.Known.STARTING, Stage.Known.REPORTING,
                Stage.Known.DRAFT_INVOICES, Stage.Known.FULL_INVOICES, Stage.Known.DISTRIBUTION, Stage.Known.FINISHED);
        assertThat(seed.regular()).anyMatch(run -> run.figures().usageSuspense() > 1000)
                .anyMatch(run -> run.figures().rentalSuspense() > 0)
                .anyMatch(run -> run.position().stopped().isPresent())
                .anyMatch(run -> details(run).paused())
                .anyMatch(run -> details(run).parallel())
                .anyMatch(run -> details(run).usageUntil().isBefore(details(run).periodEnd()));
        assertThat(seed.regular().stream().map(run -> details(run).cycle().currency()).distinct()).hasSize(3);
        assertThat(seed.regular().stream().map(run -> details(run).cycle()).distinct()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(seed.regular().stream().map(run -> details(run).periodStart()).min(LocalDate::compareTo))
                .contains(LocalDate.of(2025, 11, 1));
        assertThat(names(seed)).contains("Nov 2026 Business", "Week 47 Payphones", "IoT 24 Nov 2026");
        assertThat(seed.adhoc().getFirst().name()).isEqualTo("AH-000731");
    }

    @Test
    void isTheSameForTheSameSeedAndDay() {
        var day = LocalDate.of(2026, 11, 24);
        assertThat(seed(day, SandboxOptions.defaults())).isEqualTo(seed(day, SandboxOptions.defaults()))
                .isNotEqualTo(seed(day, SandboxOptions.defaults().withSeed(1)));
    }

    @Test
    void growsToAnySize() {
        var seed = seed(LocalDate.of(2026, 11, 24), SandboxOptions.defaults().withRuns(5_000).withInProgress(1_000));
        assertThat(seed.regular()).hasSize(6_000).allSatisfy(run -> assertThat(run.name()).matches(NAME));
        assertThat(seed.regular().subList(5_000, 6_000))
                .allMatch(run -> run.position().status() == RunStatus.Known.CLOSED
                        && !run.position().isDone(Instant.parse("2026-11-24T10:30:00Z")));
        assertThat(seed(LocalDate.of(2026, 11, 24), SandboxOptions.defaults().withInProgress(3)).regular())
                .hasSizeBetween(70, 100);
    }

    private static Predicate<StoredRun> closeableOn(LocalDate day) {
        return run -> run.position().stage() == Stage.Known.PROPERTIES
                && !day.isBefore(details(run).cycle().closeableFrom(details(run).periodEnd()))
                && !day.isAfter(details(run).cycle().closeableUntil(details(run).periodEnd()));
    }

    private static List<String> names(Seed seed) {
        return seed.regular().stream().map(StoredRun::name).toList();
    }

    private static RunDetails.Regular details(StoredRun run) {
        return (RunDetails.Regular) run.details();
    }

    private static Seed seed(LocalDate day, SandboxOptions options) {
        return SandboxState.seed(options.withClock(SandboxClock.manual(day.atTime(9, 30).toInstant(ZoneOffset.UTC))));
    }
}
