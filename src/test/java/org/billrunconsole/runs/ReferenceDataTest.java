package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private final StubApi api = new StubApi();
    private final ReferenceData referenceData = new ReferenceData(api, Optional.of("EUR"));
    private final BillRun run = SampleRuns.regular(1, RunStatus.Known.CLOSED,
            Stage.Known.FULL_INVOICES);

    @Test
    void untilTheCyclesAreReadARegularRunsMoneyIsInNobodyKnowsWhat() {
        assertThat(referenceData.knownCurrencyOf(run)).isEmpty();
        assertThat(referenceData.currencyOf(run)).contains("\u00a4");
        api.put(List.of(FakeServer.CYCLE));
        referenceData.loadCycles();
        assertThat(referenceData.currencyOf(run)).isEqualTo(referenceData.knownCurrencyOf(run)).contains("GBP");
    }

    @Test
    void whereTheServerHasBeenAskedAndDoesNotSayTheOperatorsWordCounts() {
        referenceData.loadCycles();
        assertThat(referenceData.knownCurrencyOf(run)).contains("EUR");
    }

    @Test
    void withoutAnybodysWordItStaysUnknown() {
        var silent = new ReferenceData(api, Optional.empty());
        silent.loadCycles();
        assertThat(silent.knownCurrencyOf(run)).isEmpty();
    }
}
