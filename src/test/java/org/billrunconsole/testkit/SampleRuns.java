package org.billrunconsole.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/** Runs for tests that need one and do not care about most of its fields. */
public final class SampleRuns {

    private SampleRuns() {}

    public static BillRun regular(long id, RunStatus status, Stage stage, OptionalInt percentage) {
        return new BillRun(id, Optional.of("Nov 2026 Business"), Optional.of("2026-11 Business"), OptionalLong.of(3),
                Optional.of(LocalDate.of(2026, 10, 28)), Optional.of(LocalDate.of(2026, 11, 1)),
                Optional.of(LocalDate.of(2026, 11, 30)), Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.of(LocalDate.of(2026, 11, 30)), Optional.of(status), Optional.of(stage), percentage,
                OptionalLong.empty(), Optional.of(false), OptionalLong.of(1_284_350), OptionalLong.of(0),
                OptionalLong.of(0), Optional.of(new BigDecimal("48210.00")), OptionalLong.of(90321),
                Optional.of(false));
    }

    public static BillRun regular(long id, RunStatus status, Stage stage) {
        return regular(id, status, stage, OptionalInt.empty());
    }

    public static BillRun openRun(long id) {
        return regular(id, RunStatus.Known.OPEN, Stage.Known.PROPERTIES);
    }

    public static AdhocBillRun adhoc(long id, RunStatus status, Stage stage, OptionalInt percentage) {
        return new AdhocBillRun(id, Optional.of("AH-000731"), Optional.of("Maintenance charge"),
                Optional.of(LocalDate.of(2026, 11, 20)), Optional.of(LocalDate.of(2026, 11, 24)), Optional.of(status),
                Optional.of(stage), percentage, OptionalLong.empty(), OptionalLong.of(4_210),
                List.of(88_120L, 88_121L), List.of(40_210L));
    }
}
