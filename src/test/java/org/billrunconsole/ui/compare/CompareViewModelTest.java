package org.billrunconsole.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.compare.CompareViewModel.Content;
import org.billrunconsole.ui.compare.CompareViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompareViewModelTest {

    private static final BillRun FIRST = SampleRuns.named(SampleRuns.openRun(1), "October");
    private static final BillRun SECOND = SampleRuns.withRevenue(SampleRuns.named(SampleRuns.openRun(2), "November"),
            OptionalLong.of(5));

    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), new ManualTime());
    private final HeldTasks tasks = new HeldTasks();
    private final CompareViewModel model = model();

    private CompareViewModel model() {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        return new CompareViewModel(FIRST, SECOND, services.store(), new RunComparison(messages, formats,
                new Sentences(messages, formats), services.referenceData(), services.customers()), tasks,
                Runnable::run);
    }

    @BeforeEach
    void open() {
        services.store().put(List.of(FIRST, SECOND));
        model.follow();
    }

    private Content now() {
        return model.contentProperty().get();
    }

    private String revenue() {
        return now().shown().stream().filter(each -> each.field().equals("revenueInMajorCurrency")).findFirst()
                .map(ComparedField::second).orElse("not shown");
    }

    @Test
    void theRunsAreComparedElsewhereAndThenShown() {
        assertThat(now().state()).isEqualTo(State.COMPARING);
        tasks.release();
        assertThat(now().state()).isEqualTo(State.READY);
        assertThat(now().shown()).hasSize(18);
        assertThat(now().differing()).isEqualTo(1);
    }

    @Test
    void onlyWhatDiffersIsShownOnceThatIsWanted() {
        tasks.release();
        model.onlyDifferencesProperty().set(true);
        assertThat(now().shown()).extracting(ComparedField::field).containsExactly("revenueInMajorCurrency");
        assertThat(now().all()).isEqualTo(18);
        services.store().put(List.of(SampleRuns.withRevenue(SECOND, FIRST.revenue())));
        tasks.release();
        model.onlyDifferencesProperty().set(false);
        assertThat(now().shown()).hasSize(18);
    }

    @Test
    void sidesAreSwappedWithTheirNames() {
        tasks.release();
        model.swap();
        assertThat(now().first().label()).as("the names go with the values").isEqualTo("October");
        tasks.release();
        assertThat(now().first().label()).isEqualTo("November");
        assertThat(now().second().label()).isEqualTo("October");
    }

    @Test
    void aRunThatChangesIsComparedAnewUntilTheDialogIsClosed() {
        tasks.release();
        services.store().put(List.of(SampleRuns.withRevenue(SECOND, OptionalLong.of(6))));
        tasks.release();
        assertThat(revenue()).endsWith("6");
        services.store().put(List.of(SampleRuns.openRun(77)));
        assertThat(tasks.waiting()).as("another run is no news").isZero();
        model.close();
        services.store().put(List.of(SampleRuns.withRevenue(SECOND, OptionalLong.of(7))));
        assertThat(tasks.waiting()).isZero();
        model.follow();
        tasks.release();
        assertThat(revenue()).as("back in the window").endsWith("7");
    }

    @Test
    void aRunThatTheServerNoLongerListsStaysAsItWasReadLastAndIsSaidToBeGone() {
        tasks.release();
        services.store().remove(List.of(RunKey.regular(1)));
        tasks.release();
        assertThat(now().gone()).extracting(Run::label).containsExactly("October");
        assertThat(now().shown()).hasSize(18);
        services.store().put(List.of(FIRST));
        tasks.release();
        assertThat(now().gone()).isEmpty();
    }
}
