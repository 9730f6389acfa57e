package org.billrunconsole.sandbox.api;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.lifecycle.RunDetails;
import org.billrunconsole.sandbox.lifecycle.RunTable;
import org.billrunconsole.sandbox.lifecycle.RunView;
import org.billrunconsole.sandbox.lifecycle.StoredRun;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.billrunconsole.sandbox.wire.SandboxJson;
import org.billrunconsole.sandbox.wire.StringFilter;
import org.billrunconsole.sandbox.wire.WireField;
import org.billrunconsole.sandbox.wire.WireRunFields;

/** The seven operations on bill runs. */
public final class RunOperations {

    private static final Set<String> REGULAR_PARAMETERS = Set.of("page", "pageSize", "sort", "fields", "billRunStatus",
            "billingCycleId", "billingCycleGroupName");
    private static final Set<String> ADHOC_PARAMETERS = Set.of("page", "pageSize", "sort", "fields", "billRunStatus");
    private static final Set<String> REGULAR_SORT = Set.of("id", "name", "sortableName");
    private static final Set<String> ADHOC_SORT = Set.of("id", "name");
    private static final int JSON_PATCH_BYTES = 64 * 1024;

    private final RunBook book;
    private final RunPatches patches;
    private final Percentages percentages;

    public RunOperations(RunBook book, RunPatches patches, Percentages percentages) {
        this.book = book;
        this.patches = patches;
        this.percentages = percentages;
    }

    Answer list(RunKind kind, Request request) {
        var query = QueryReader.of(request.rawQuery(), kind == RunKind.REGULAR ? REGULAR_PARAMETERS : ADHOC_PARAMETERS);
        var page = query.page();
        var size = query.pageSize();
        var sort = query.sort(kind == RunKind.REGULAR ? REGULAR_SORT : ADHOC_SORT);
        var wanted = query.fields(WireRunFields.names(kind, percentages));
        var rows = book.page(kind, sort, filter(query), (page - 1L) * size, size);
        var fields = WireRunFields.of(kind, percentages)
                .stream()
                .filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
                .toList();
        return Answer.ok(WireField.array(fields, rows));
    }

    Answer one(RunKey key) {
        return Answer.ok(json(book.find(key).orElseThrow(RunTable::unknown)));
    }

    Answer patch(RunKey key, Request request, SandboxUser user, Optional<RunBook.Stall> stall) {
        QueryReader.of(request.rawQuery(), Set.of());
        book.find(key).orElseThrow(RunTable::unknown);
        if (request.body().length > JSON_PATCH_BYTES) {
            throw new Refusal(413, "The patch is too large");
        }
        var patch = SandboxJson.read(request.body());
        return Answer.applied(json(patches.apply(key, patch, user.id(), stall)));
    }

    Answer adjust(RunKey key, Request request) {
        var periods = QueryReader.of(request.rawQuery(), Set.of("periods"))
                .text("periods")
                .orElseThrow(() -> Refusal.badRequest("Parameter 'periods' is required"));
        try {
            return Answer.applied(json(book.adjust(key, Integer.parseInt(periods))));
        } catch (NumberFormatException _) {
            throw Refusal.badRequest("Parameter 'periods' must be a whole number");
        }
    }

    private byte[] json(RunView view) {
        return WireField.object(WireRunFields.of(view.run().kind(), percentages), view);
    }

    /** Empty if every run is wanted. */
    private static Optional<Predicate<StoredRun>> filter(QueryReader query) {
        var filters = new ArrayList<Predicate<StoredRun>>();
        query.oneOf("billRunStatus", RunStatus.Known.class)
                .ifPresent(status -> filters.add(run -> run.position().status() == status));
        query.id("billingCycleId")
                .ifPresent(id -> filters.add(run -> cycleOf(run).filter(each -> each.id() == id).isPresent()));
        query.text("billingCycleGroupName")
                .map(text -> StringFilter.of("billingCycleGroupName", text))
                .ifPresent(group -> filters.add(
                        run -> cycleOf(run).filter(each -> group.test(each.group())).isPresent()));
        return filters.stream().reduce(Predicate::and);
    }

    private static Optional<Cycle> cycleOf(StoredRun run) {
        return run.details() instanceof RunDetails.Regular regular ? Optional.of(regular.cycle()) : Optional.empty();
    }
}
