package org.billrunconsole.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Full invoices of drafts whose figures are not true any more wait for somebody to look again. */
class StaleDraftsTest {

    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), new ManualTime());

    private static BillRun drafts(long revenue) {
        return SampleRuns.withRevenue(SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES,
                OptionalInt.of(100)), OptionalLong.of(revenue));
    }

    private ConfirmViewModel dialog() {
        return services.confirmation(Action.FULL_INVOICES, drafts(1_200), new Connection("Test", ConnectionKind.TEST,
                URI.create("https://example.org/v1")), new InlineTasks(), 0, _ -> {});
    }

    @Test
    void theDialogAsksWhyUntilSomebodyHasLookedAtWhatHasChanged() {
        services.store().put(List.of(drafts(1_000)));
        services.store().put(List.of(drafts(1_200)));
        var run = drafts(1_200);
        var changed = services.analysis().checks(Action.FULL_INVOICES, run, 0).stream()
                .filter(check -> check.kind() == Kind.DRAFT_REVENUE_CHANGED).findFirst().orElseThrow();
        assertThat(dialog().needsReason()).isTrue();
        services.analysis().acknowledgements().give(run.key(), new Subject.OfCheck(changed), "One credit");
        assertThat(dialog().needsReason()).isFalse();
    }

    @Test
    void draftsThatAreAsTheyWereAskForNothing() {
        services.store().put(List.of(drafts(1_200)));
        assertThat(dialog().needsReason()).isFalse();
    }
}
