package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileRunTest {

    private static final RunStatus CLOSED = RunStatus.Known.CLOSED;

    private final StubApi api = new StubApi();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, new ManualTime());
    private final RunDetailViewModel model = services.detail((_, _) -> {});

    static Stream<BillRun> hostile() {
        return Stream.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L, 0L).flatMap(number -> Stream.of(LocalDate.of(9999, 12, 31),
                LocalDate.of(1, 1, 1)).map(
                        day -> new BillRun(7, Optional.of("x"), Optional.empty(),
                                OptionalLong.of(3), Optional.of(day), Optional.of(day), Optional.of(day),
                                Optional.of(day),
                                Optional.of(day), Optional.of(CLOSED), Optional.of(Stage.Known.REPORTING),
                                OptionalInt.of(50),
                                OptionalLong.of(number), Optional.of(true), OptionalLong.of(number),
                                OptionalLong.of(number),
                                OptionalLong.of(number), Optional.of(BigDecimal.valueOf(number).movePointRight(21)),
                                OptionalLong.of(number), Optional.of(true))));
    }

    /** Small runs of the same cycle, that the others differ from by more than a number can say. */
    @BeforeEach
    void cycle() {
        api.put(List.of(new BillingCycle(3, "Monthly", Optional.of("EUR"), Optional.of("MONTHLY"),
                OptionalInt.of(Integer.MAX_VALUE), OptionalInt.of(Integer.MAX_VALUE),
                OptionalInt.of(Integer.MIN_VALUE), Optional.of("DISABLED"), OptionalInt.of(-1), OptionalInt.of(99),
                OptionalInt.of(Integer.MIN_VALUE), Optional.empty())));
        services.referenceData().loadCycles();
        services.store().put(Stream.of(11L, 12L, 13L, 14L, 15L)
                .map(id -> SampleRuns.withRevenue(SampleRuns.regular(id, CLOSED, Stage.Known.REPORTING),
                        OptionalLong.of(1)))
                .map(Run.class::cast)
                .toList(), services.store().mark());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverTheNumbersAreTheyCanBeCheckedAndShown(BillRun run) {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        var checks = services.analysis().checks(run);
        assertThat(new CheckWords(messages, formats, new Sentences(messages, formats)).lines(checks,
                Optional.of("XXX"))).hasSameSizeAs(checks);
        assertThat(new RunFacts(messages, formats, new Sentences(messages, formats), services.referenceData(),
                services.analysis(), services.customers()).all(run,
                        Optional.empty()))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.value()).isNotBlank());
        assertThat(run.suspense().orElseThrow() < 0).isEqualTo(run.usageSuspense().orElseThrow() < 0);
        assertThat(services.referenceData().cycleOf(run).orElseThrow().shifted(LocalDate.MAX, 1)).isEmpty();
    }

    @Test
    void aRunThatCannotBeShownLeavesNothingOfTheOneBefore() {
        var before = SampleRuns.regular(8, CLOSED, Stage.Known.REPORTING, OptionalInt.of(100));
        services.store().put(List.of(before, SampleRuns.openRun(9)), services.store().mark());
        model.show(Optional.of(before.key()));
        assertThat(model.checksProperty().get()).isNotEmpty();
        model.runProperty().addListener((_, _, now) -> {
            if (now.filter(run -> run.id() == 9).isPresent()) {
                model.cannotShow(new IllegalStateException("planted"));
            }
        });
        model.show(Optional.of(SampleRuns.openRun(9).key()));
        assertThat(model.unshowableProperty().get()).isTrue();
        assertThat(model.runProperty().get()).isEmpty();
        assertThat(model.checksProperty().get()).isEmpty();
        assertThat(model.actionsProperty().get()).isEmpty();
        assertThat(model.dueProperty().get()).isEmpty();
        model.request(Action.DISTRIBUTE);
        model.show(Optional.of(before.key()));
        assertThat(model.unshowableProperty().get()).isFalse();
        assertThat(model.runProperty().get()).contains(before);
    }
}
