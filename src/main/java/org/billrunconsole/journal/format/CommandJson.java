package org.billrunconsole.journal.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;

/**
 * Writes a command's values, besides its run and action, as JSON and reads them back, so that a restart can tell what
 * the run should look like.
 */
final class CommandJson {

    private static final String INVOICE_DATE = "invoiceDate";
    private static final String NICKNAME = "nickname";
    private static final String PERIODS = "periods";

    private CommandJson() {}

    static ObjectNode parameters(Command command) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (command) {
            case Command.Close(_, var date, var nickname) -> {
                date.ifPresent(day -> json.put(INVOICE_DATE, day.toString()));
                nickname.ifPresent(name -> json.put(NICKNAME, name));
            }
            case Command.ChangeInvoiceDate(_, var date) -> json.put(INVOICE_DATE, date.toString());
            case Command.ChangeNickname(_, var name) -> json.put(NICKNAME, name);
            case Command.AdjustSchedule(_, var periods) -> json.put(PERIODS, periods);
            case Command.DraftInvoices _,Command.FullInvoices _,Command.Distribute _,Command.Reopen _ -> {
            }
        }
        return json;
    }

    static Command read(RunKey run, Action action, JsonNode parameters) {
        var date = Optional.ofNullable(parameters.get(INVOICE_DATE)).map(JsonNode::asText).map(LocalDate::parse);
        var nickname = Optional.ofNullable(parameters.get(NICKNAME)).map(JsonNode::asText);
        return switch (action) {
            case CLOSE -> new Command.Close(run, date, nickname);
            case DRAFT_INVOICES -> new Command.DraftInvoices(run);
            case FULL_INVOICES -> new Command.FullInvoices(run);
            case DISTRIBUTE -> new Command.Distribute(run);
            case REOPEN -> new Command.Reopen(run);
            case CHANGE_INVOICE_DATE -> new Command.ChangeInvoiceDate(run, date.orElseThrow());
            case CHANGE_NICKNAME -> new Command.ChangeNickname(run, nickname.orElseThrow());
            case ADJUST_SCHEDULE -> new Command.AdjustSchedule(run, parameters.path(PERIODS).asInt());
        };
    }
}
