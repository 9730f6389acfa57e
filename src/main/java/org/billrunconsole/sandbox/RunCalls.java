package org.billrunconsole.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.sandbox.Query.SortKey;

/** The seven operations on bill runs. */
final class RunCalls {

    private static final Set<String> REGULAR_PARAMETERS = Set.of("page", "pageSize", "sort", "fields", "billRunStatus",
            "billingCycleId", "billingCycleGroupName");
    private static final Set<String> ADHOC_PARAMETERS = Set.of("page", "pageSize", "sort", "fields", "billRunStatus");
    private static final Set<String> REGULAR_SORT = Set.of("id", "name", "sortableName");
    private static final Set<String> ADHOC_SORT = Set.of("id", "name");
    private static final int JSON_PATCH_BYTES = 64 * 1024;

    private final RunBook book;
    private final SandboxOptions options;

    RunCalls(RunBook book, SandboxOptions options) {
        this.book = book;
        this.options = options;
    }

    Answer list(RunKind kind, Request request) {
        var query = Query.of(request.rawQuery(), kind == RunKind.REGULAR ? REGULAR_PARAMETERS : ADHOC_PARAMETERS);
        var page = query.page();
        var size = query.pageSize();
        var sort = query.sort(kind == RunKind.REGULAR ? REGULAR_SORT : ADHOC_SORT);
        var wanted = query.fields(RunFields.names(kind, options.percentages()));
        var fits = filter(query);
        var now = options.clock().instant();
        var rows = sorted(book.all(kind, now, fits), sort).skip((page - 1L) * size)
                .limit(size)
                .map(run -> book.seen(run, now))
                .toList();
        var fields = RunFields.of(kind, options.percentages())
                .stream()
                .filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
                .toList();
        return Answer.ok(Field.array(fields, rows));
    }

    Answer one(RunKey key) {
        return Answer.ok(json(book.find(key).orElseThrow(Shelf::unknown)));
    }

    Answer patch(RunKey key, Request request, SandboxUser user, Optional<RunBook.Stall> stall) {
        Query.of(request.rawQuery(), Set.of());
        book.find(key).orElseThrow(Shelf::unknown);
        if (request.body().length > JSON_PATCH_BYTES) {
            throw new Refusal(413, "The patch is too large");
        }
        var patch = Json.read(request.body());
        return Answer.applied(json(book.patch(key, patch, user.id(), stall)));
    }

    Answer adjust(RunKey key, Request request) {
        var periods = Query.of(request.rawQuery(), Set.of("periods"))
                .text("periods")
                .orElseThrow(() -> Refusal.badRequest("Parameter 'periods' is required"));
        try {
            return Answer.applied(json(book.adjust(key, Integer.parseInt(periods))));
        } catch (NumberFormatException _) {
            throw Refusal.badRequest("Parameter 'periods' must be a whole number");
        }
    }

    private byte[] json(Seen seen) {
        return Field.object(RunFields.of(seen.run().kind(), options.percentages()), seen);
    }

    private static Predicate<StoredRun> filter(Query query) {
        Predicate<StoredRun> fits = _ -> true;
        var status = query.oneOf("billRunStatus", RunStatus.Known.class);
        if (status.isPresent()) {
            fits = fits.and(run -> run.place().status() == status.get());
        }
        var cycle = query.id("billingCycleId");
        if (cycle.isPresent()) {
            fits = fits.and(run -> cycleOf(run).filter(each -> each.id() == cycle.getAsLong()).isPresent());
        }
        var group = query.text("billingCycleGroupName").map(text -> StringFilter.of("billingCycleGroupName", text));
        if (group.isPresent()) {
            fits = fits.and(run -> cycleOf(run).filter(each -> group.get().test(each.group())).isPresent());
        }
        return fits;
    }

    private static Optional<Cycle> cycleOf(StoredRun run) {
        return run.details() instanceof Details.Regular regular ? Optional.of(regular.cycle()) : Optional.empty();
    }

    /** Without {@code sort} the newest come first: no order is documented, and a client must not count on ids. */
    private static Stream<StoredRun> sorted(Stream<StoredRun> byId, List<SortKey> sort) {
        if (sort.isEmpty()) {
            return newestFirst(byId);
        }
        // Ids are different from one another, so what follows them in the list does not matter.
        if (sort.getFirst().field().equals("id")) {
            return sort.getFirst().descending() ? newestFirst(byId) : byId;
        }
        return byId.sorted(sort.stream().map(RunCalls::order).reduce(Comparator::thenComparing).orElseThrow());
    }

    private static Stream<StoredRun> newestFirst(Stream<StoredRun> byId) {
        return byId.collect(Collectors.toCollection(ArrayList::new)).reversed().stream();
    }

    private static Comparator<StoredRun> order(SortKey key) {
        Comparator<StoredRun> ascending = switch (key.field()) {
            case "id" -> Comparator.comparingLong(StoredRun::id);
            case "name" -> Comparator.comparing(StoredRun::name);
            case "sortableName" -> Comparator.comparing(run -> RunFields.sortable(run.name()));
            default -> throw new IllegalArgumentException("No order by " + key.field());
        };
        return key.descending() ? ascending.reversed() : ascending;
    }
}
