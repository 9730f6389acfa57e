package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.rundetail.part.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sample run's period ends on 30 November 2026; its cycle lets it be closed until five days later. */
class DeadlineFactsTest {

    private final ManualTime time = new ManualTime();
    private final StubApi api = new StubApi();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, time);
    private final BillRun run = SampleRuns.openRun(7);
    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
    private final RunFacts facts = new RunFacts(messages, formats, new Sentences(messages, formats),
            services.referenceData(), services.analysis(), services.customers());

    @BeforeEach
    void theCycleIsKnown() {
        api.put(List.of(new BillingCycle(3, "Monthly Business", Optional.of("GBP"), Optional.of("MONTHLY"),
                OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(5), Optional.of("DISABLED"), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty())));
        services.referenceData().loadCycles();
    }

    private void today(int year, int month, int day) {
        time.setClock(Duration.between(time.instant(),
                LocalDate.of(year, month, day).atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    private Fact fact() {
        return facts.key(run).stream().filter(each -> each.name().equals("Can be closed")).findFirst().orElseThrow();
    }

    @Test
    void longBeforeItTheDayAndWhatItIsCountedFromAreSaidAndNothingWarns() {
        today(2026, 11, 20);
        assertThat(fact().value()).isEqualTo("closable from 28 Nov · 15 days left · does not close by itself");
        assertThat(fact().field()).contains("30 Nov 2026").contains("time zone").contains("not known");
        assertThat(fact().warns()).isFalse();
        assertThat(facts.deadlineBadge(run)).isEmpty();
    }

    @Test
    void itWarnsInTheLastDaysAndOnceItIsPast() {
        today(2026, 12, 2);
        assertThat(facts.deadlineBadge(run)).contains("closable until 5 Dec");
        assertThat(fact().value()).startsWith("closable until 5 Dec · 3 days left");
        today(2026, 12, 5);
        assertThat(fact().value()).contains("today is the last day");
        today(2026, 12, 6);
        assertThat(fact().value()).startsWith("was closable until 5 Dec · 1 day past");
        assertThat(fact().warns()).isTrue();
        assertThat(facts.deadlineBadge(run)).contains("was closable until 5 Dec");
    }
}
