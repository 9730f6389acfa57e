package org.billrunconsole.runs.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;

/**
 * Compares two readings of a run and makes the run events that differ between them.
 *
 * @param before the reading before; empty if there was none in this session
 * @param now    the new one
 * @param time   when it was read
 * @param seen   whether the console was watching just before
 */
public record RunDiff(Optional<Run> before, Run now, Instant time, boolean seen) {

    /** Tells who set a field, or the stage under its API name, to a value. */
    @FunctionalInterface
    interface Author {

        Who of(String field, String value);
    }

    public static final String STAGE = "summaryStatus";
    static final String STATUS = "billRunStatus";
    static final String CLOSED_BY = "billingUserAdminId";

    /**
     * What happened since the reading before.
     *
     * @param last  the stage the run was last known in, in this session or an earlier one
     * @param ready whether the work of that stage was known to be done
     */
    List<RunEvent> events(Optional<Stage> last, boolean ready, Author author) {
        var found = new ArrayList<RunEvent>();
        entered(last, author).ifPresent(found::add);
        var moved = !found.isEmpty();
        before.ifPresent(earlier -> found.addAll(fields(earlier, author)));
        percent(moved).ifPresent(found::add);
        if (Progress.of(now) instanceof Progress.Ready(var stage) && (moved || !ready)) {
            // Entered and done between two readings: when exactly is not known.
            found.add(new RunEvent.StageDone(time, now.key(), stage, seen && before.isPresent() && !moved));
        }
        drift().ifPresent(found::add);
        return List.copyOf(found);
    }

    private Optional<RunEvent> entered(Optional<Stage> last, Author author) {
        if (now.stage().isEmpty() || now.stage().equals(last)) {
            return Optional.empty();
        }
        var stage = now.stage().get();
        var witnessed = seen && before.isPresent();
        return Optional.of(new RunEvent.StageEntered(time, now.key(), last.isEmpty() ? Who.UNKNOWN
                : author.of(STAGE, stage.wire()), cycle(now), last, stage, witnessed));
    }

    private Optional<RunEvent> percent(boolean moved) {
        if (now.percentage().isEmpty() || now.stage().isEmpty()
                || !moved && before.isPresent() && before.get().percentage().equals(now.percentage())) {
            return Optional.empty();
        }
        return Optional.of(new RunEvent.PercentSeen(time, now.key(), now.stage().get(), now.percentage().getAsInt()));
    }

    private List<RunEvent> fields(Run earlier, Author author) {
        var was = fields(earlier);
        return fields(now).entrySet()
                .stream()
                .filter(field -> !Objects.equals(was.get(field.getKey()), field.getValue()))
                .map(field -> changed(field.getKey(), Optional.ofNullable(was.get(field.getKey())),
                        field.getValue().toString(), author))
                .toList();
    }

    private RunEvent changed(String field, Optional<Object> before, String value, Author author) {
        return new RunEvent.FieldChanged(time, now.key(), author.of(field, value), field, before.map(Object::toString),
                value);
    }

    private Optional<RunEvent> drift() {
        var same = before.isPresent() && before.get().revenue().equals(now.revenue())
                && suspense(before.get()).equals(suspense(now));
        return same || now.revenue().isEmpty() && suspense(now).isEmpty()
                ? Optional.empty()
                : Optional.of(new RunEvent.Drifted(time, now.key(), now.revenue(), suspense(now)));
    }

    static OptionalLong cycle(Run run) {
        return run instanceof BillRun regular ? regular.billingCycleId() : OptionalLong.empty();
    }

    static OptionalLong suspense(Run run) {
        return run instanceof BillRun regular ? regular.suspense() : OptionalLong.empty();
    }

    /** The fields that persons and steps change, by the API's names; absent ones are left out, being perhaps unasked. */
    private static Map<String, Object> fields(Run run) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, STATUS, run.status().map(RunStatus::wire));
        put(fields, "name", run.name());
        put(fields, "invoiceDate", run.invoiceDate());
        put(fields, CLOSED_BY, run.closedBy().isPresent()
                ? Optional.of(run.closedBy().getAsLong())
                : Optional.empty());
        switch (run) {
            case BillRun regular -> {
                put(fields, "periodStartDate", regular.periodStart());
                put(fields, "periodEndDate", regular.periodEnd());
                put(fields, "includeUsageUntilDate", regular.includeUsageUntil());
                put(fields, "parallel", regular.parallel());
                put(fields, "paused", regular.paused());
            }
            case AdhocBillRun adhoc -> put(fields, "nickname", adhoc.nickname());
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present));
    }
}
