package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.ContractDay;
import org.billrunconsole.domain.DisplayText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members of one JSON object. Absent and null are the same, and members nobody asks for are ignored. A member of
 * another type than the contract's is taken where nothing of its meaning is lost (5 for "5", a date with a time for a
 * date). Text is taken as it can be shown, see {@link DisplayText}, so that what a server sends is harmless from here on.
 * Otherwise the answer is malformed if someone decides by that member, and the member is left out with a line in
 * the log if it is only shown.
 */
final class JsonRow {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRow.class);
    private static final int DATE_LENGTH = 10;
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final JsonNode node;

    JsonRow(JsonNode node) {
        this.node = node;
    }

    /** A member if it is an identifier, 1 or more. */
    OptionalLong id(String name) {
        var whole = JsonNumber.whole(node.path(name));
        return whole.isPresent() && whole.getAsLong() >= 1 ? whole : OptionalLong.empty();
    }

    /** A word of a list that may grow, of whatever type: what is not known locks, it does not fail. */
    Optional<String> word(String name) {
        return member(name).map(member -> member.isTextual() ? member.textValue() : member.toString())
                .map(DisplayText::line);
    }

    /** Text that is only shown. */
    Optional<String> shownText(String name) {
        return member(name).flatMap(member -> member.isValueNode()
                ? Optional.of(DisplayText.line(member.asText()))
                : leftOut(name));
    }

    OptionalLong decidingNumber(String name) throws UnreadableAnswerException {
        var member = member(name);
        if (member.isEmpty()) {
            return OptionalLong.empty();
        }
        var whole = JsonNumber.whole(member.get());
        if (whole.isEmpty()) {
            throw wrong(name);
        }
        return whole;
    }

    OptionalLong shownNumber(String name) {
        try {
            return decidingNumber(name);
        } catch (UnreadableAnswerException _) {
            leftOut(name);
            return OptionalLong.empty();
        }
    }

    /** A small number that is only shown; 45.7 is 45, so that nothing looks done that is not. */
    OptionalInt shownInt(String name) {
        var decimal = shownDecimal(name);
        return decimal.isPresent()
                ? OptionalInt.of(decimal.get().max(LEAST).min(GREATEST).intValue())
                : OptionalInt.empty();
    }

    Optional<BigDecimal> decidingDecimal(String name) throws UnreadableAnswerException {
        var member = member(name);
        var decimal = member.flatMap(JsonNumber::decimal);
        if (member.isPresent() && decimal.isEmpty()) {
            throw wrong(name);
        }
        return decimal;
    }

    Optional<BigDecimal> shownDecimal(String name) {
        return member(name).flatMap(member -> JsonNumber.decimal(member).or(() -> leftOut(name)));
    }

    Optional<Boolean> shownFlag(String name) {
        try {
            return decidingFlag(name);
        } catch (UnreadableAnswerException _) {
            return leftOut(name);
        }
    }

    Optional<Boolean> decidingFlag(String name) throws UnreadableAnswerException {
        var member = member(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switch (member.get().asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name);
        });
    }

    /** A day of the years 1 to 9999, as the contract writes them; of a date with a time, the day as it is written, never shifted by a zone. */
    Optional<LocalDate> decidingDate(String name) throws UnreadableAnswerException {
        var member = member(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        var text = member.get().asText();
        boolean timed = text.length() > DATE_LENGTH && (text.charAt(DATE_LENGTH) == 'T'
                || text.charAt(DATE_LENGTH) == ' ');
        try {
            var day = LocalDate.parse(timed ? text.substring(0, DATE_LENGTH) : text);
            if (ContractDay.is(day)) {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            // As wrong as a day out of range.
        }
        throw wrong(name);
    }

    Optional<LocalDate> shownDate(String name) {
        try {
            return decidingDate(name);
        } catch (UnreadableAnswerException _) {
            return leftOut(name);
        }
    }

    /** Numbers that are only shown or counted; empty also where there is no list. */
    List<Long> shownNumbers(String name) {
        var numbers = new ArrayList<Long>();
        for (var element : node.path(name)) {
            JsonNumber.whole(element).ifPresentOrElse(numbers::add, () -> leftOut(name));
        }
        return numbers;
    }

    private Optional<JsonNode> member(String name) {
        var member = node.path(name);
        return member.isMissingNode() || member.isNull() ? Optional.empty() : Optional.of(member);
    }

    private static UnreadableAnswerException wrong(String name) {
        return new UnreadableAnswerException("The member " + name + " is not what the contract says");
    }

    private static <T> Optional<T> leftOut(String name) {
        LOG.info("Left out a member {} that is not what the contract says", name);
        return Optional.empty();
    }
}
