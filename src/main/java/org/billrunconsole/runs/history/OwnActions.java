package org.billrunconsole.runs.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.domain.write.Command;

/**
 * Remembers which fields this console's own commands set, for a while after they were sent, so that its changes can be
 * told from others'. The vendor's answers do not say who changed a run.
 */
final class OwnActions {

    /** A server that answers before it has begun shows the change late; after this it is somebody else's. */
    private static final Duration VALID_FOR = Duration.ofMinutes(10);

    private static final Set<String> COMPANIONS_OF_CLOSING = Set.of(RunDiff.STATUS, RunDiff.CLOSED_BY);

    private record Expected(Map<String, Optional<String>> fields, Instant sent) {

        boolean covers(String field, String value) {
            return fields.containsKey(field) && fields.get(field).map(value::equals).orElse(true);
        }
    }

    private final Map<RunKey, Expected> expected = new HashMap<>();

    void expect(Command command, Instant sent) {
        expected.values().removeIf(old -> isOver(old, sent));
        var fields = new HashMap<String, Optional<String>>();
        // A second command soon after the first does not make the first one's effect somebody else's.
        var earlier = expected.get(command.run());
        if (earlier != null) {
            fields.putAll(earlier.fields());
        }
        fields.putAll(fields(command));
        expected.put(command.run(), new Expected(fields, sent));
    }

    void withdraw(RunKey run) {
        expected.remove(run);
    }

    /** Who set a field of a run that was somehow before. */
    Who author(Optional<Run> before, Run now, boolean completesByItself, String field, String value, Instant time) {
        var own = expected.get(now.key());
        if (own != null && !isOver(own, time) && own.covers(field, value)) {
            return Who.THIS_CONSOLE;
        }
        var fromStarting = before.flatMap(Run::stage).filter(Stage.Known.STARTING::equals).isPresent();
        if (field.equals(RunDiff.STAGE)) {
            return stageAuthor(Stage.of(value), fromStarting, completesByItself, before);
        }
        if (field.equals(RunDiff.STATUS) && value.equals(RunStatus.Known.FINALIZED.wire())) {
            return Who.SERVER;
        }
        if (COMPANIONS_OF_CLOSING.contains(field) && completesByItself) {
            return Who.UNKNOWN;
        }
        return before.isEmpty() ? Who.UNKNOWN : Who.SOMEONE_ELSE;
    }

    private static Who stageAuthor(Stage stage, boolean fromStarting, boolean completesByItself, Optional<Run> before) {
        if (!(stage instanceof Stage.Known known)) {
            return Who.UNKNOWN;
        }
        return switch (known) {
            case STARTING, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING, FINISHED -> Who.SERVER;
            case REPORTING -> fromStarting ? Who.SERVER : person(completesByItself, before);
            case DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTION -> person(completesByItself, before);
            case PROPERTIES -> before.isEmpty() ? Who.UNKNOWN : Who.SOMEONE_ELSE;
        };
    }

    /** Where the cycle goes on by itself, a step nobody here took may be the server's as well as a person's. */
    private static Who person(boolean completesByItself, Optional<Run> before) {
        return completesByItself || before.isEmpty() ? Who.UNKNOWN : Who.SOMEONE_ELSE;
    }

    private static boolean isOver(Expected own, Instant now) {
        return Duration.between(own.sent(), now).compareTo(VALID_FOR) > 0;
    }

    private static Map<String, Optional<String>> fields(Command command) {
        return switch (command) {
            case Command.Close close -> {
                var fields = new HashMap<String, Optional<String>>();
                fields.put(RunDiff.STATUS, Optional.of(RunStatus.Known.CLOSED.wire()));
                fields.put(RunDiff.STAGE, Optional.of(Stage.Known.REPORTING.wire()));
                fields.put(RunDiff.CLOSED_BY, Optional.empty());
                close.invoiceDate().ifPresent(date -> fields.put("invoiceDate", Optional.of(date.toString())));
                close.nickname().ifPresent(name -> fields.put("nickname", Optional.of(name)));
                yield fields;
            }
            case Command.DraftInvoices _ -> stage(Stage.Known.DRAFT_INVOICES);
            case Command.FullInvoices _ -> stage(Stage.Known.FULL_INVOICES);
            case Command.Distribute _ -> stage(Stage.Known.DISTRIBUTION);
            case Command.Reopen _ -> Map.of(RunDiff.STATUS, Optional.of(RunStatus.Known.OPEN.wire()),
                    RunDiff.STAGE, Optional.of(Stage.Known.PROPERTIES.wire()), RunDiff.CLOSED_BY, Optional.empty());
            case Command.ChangeInvoiceDate(_, var date) -> Map.of("invoiceDate", Optional.of(date.toString()));
            case Command.ChangeNickname(_, var nickname) -> Map.of("nickname", Optional.of(nickname));
            case Command.AdjustSchedule _ -> Map.of("periodStartDate", Optional.empty(), "periodEndDate",
                    Optional.empty(), "invoiceDate", Optional.empty(), "includeUsageUntilDate", Optional.empty());
        };
    }

    private static Map<String, Optional<String>> stage(Stage.Known wanted) {
        return Map.of(RunDiff.STAGE, Optional.of(wanted.wire()));
    }
}
