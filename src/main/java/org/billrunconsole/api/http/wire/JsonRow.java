package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.api.http.wire.JsonMembers.Member;
import org.billrunconsole.domain.ContractDay;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members of one JSON object, of one row of a page after another. Absent and null are the same, and members nobody asks for are ignored. A member of
 * another type than the contract's is taken where nothing of its meaning is lost (5 for "5", a date with a time for a
 * date). Text is taken as it can be shown, see {@link DisplayText}, so that what a server sends is harmless from here on.
 * Otherwise the answer is malformed if someone decides by that member, and the member is left out with a line in
 * the log if it is only shown.
 */
public final class JsonRow {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRow.class);
    private static final int DATE_LENGTH = 10;
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final JsonMembers members = new JsonMembers();
    private final SharedNumbers numbers = new SharedNumbers();
    private final SharedTexts<Optional<LocalDate>> days = new SharedTexts<>(text -> Optional.of(day(text)));
    private final SharedTexts<Optional<RunStatus>> statuses = new SharedTexts<>(
            text -> Optional.of(RunStatus.of(DisplayText.line(text))));
    private final SharedTexts<Optional<Stage>> stages = new SharedTexts<>(
            text -> Optional.of(Stage.of(DisplayText.line(text))));

    JsonRow() {}

    /** Goes on to the value that a parser stands at and reads it to its end; one that is no object has no members. */
    void read(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            members.read(parser);
        } else {
            members.clear();
            parser.skipChildren();
        }
    }

    boolean has(String name) {
        return members.find(name).isPresent();
    }

    /** A member if it is an identifier, 1 or more. */
    OptionalLong id(String name) {
        var whole = members.find(name).map(this::whole).orElse(OptionalLong.empty());
        return whole.isPresent() && whole.getAsLong() >= 1 ? whole : OptionalLong.empty();
    }

    Optional<RunStatus> status(String name) throws UnreadableAnswerException {
        var member = members.find(name);
        return member.isPresent() && member.get().isText()
                ? member.get().shared(statuses)
                : word(name).map(RunStatus::of);
    }

    Optional<Stage> stage(String name) throws UnreadableAnswerException {
        var member = members.find(name);
        return member.isPresent() && member.get().isText()
                ? member.get().shared(stages)
                : word(name).map(Stage::of);
    }

    /** A word of a list that may grow, of whatever type: what is not known locks, it does not fail. */
    Optional<String> word(String name) {
        return members.find(name)
                .map(member -> member.isText() ? member.text() : member.node().toString())
                .map(DisplayText::line);
    }

    /** Text that is only shown. */
    Optional<String> shownText(String name) {
        var member = members.find(name);
        if (member.isPresent() && member.get().isText()) {
            return Optional.of(DisplayText.line(member.get().text()));
        }
        return member.map(Member::node).flatMap(node -> node.isValueNode()
                ? Optional.of(DisplayText.line(node.asText()))
                : leftOut(name));
    }

    OptionalLong decidingNumber(String name) throws UnreadableAnswerException {
        var member = members.find(name);
        if (member.isEmpty()) {
            return OptionalLong.empty();
        }
        var whole = whole(member.get());
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
        var member = members.find(name);
        if (member.isPresent() && member.get().isWhole()) {
            return numbers.of(Math.clamp(member.get().whole(), Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        var decimal = shownDecimal(name);
        return decimal.isPresent()
                ? OptionalInt.of(decimal.get().max(LEAST).min(GREATEST).intValue())
                : OptionalInt.empty();
    }

    Optional<BigDecimal> decidingDecimal(String name) throws UnreadableAnswerException {
        var member = members.find(name);
        var decimal = member.map(Member::node).flatMap(JsonNumber::decimal);
        if (member.isPresent() && decimal.isEmpty()) {
            throw wrong(name);
        }
        return decimal;
    }

    Optional<BigDecimal> shownDecimal(String name) {
        return members.find(name).flatMap(member -> JsonNumber.decimal(member.node()).or(() -> leftOut(name)));
    }

    Optional<Boolean> shownFlag(String name) {
        try {
            return decidingFlag(name);
        } catch (UnreadableAnswerException _) {
            return leftOut(name);
        }
    }

    Optional<Boolean> decidingFlag(String name) throws UnreadableAnswerException {
        var member = members.find(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        return switch (member.get().node().asText()) {
            case "true" -> YES;
            case "false" -> NO;
            default -> throw wrong(name);
        };
    }

    /** A day of the years 1 to 9999, as the contract writes them; of a date with a time, the day as it is written, never shifted by a zone. */
    Optional<LocalDate> decidingDate(String name) throws UnreadableAnswerException {
        var member = members.find(name);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        try {
            return member.get().isText() ? member.get().shared(days) : Optional.of(day(member.get().node().asText()));
        } catch (UnreadableAnswerException _) {
            throw wrong(name);
        }
    }

    private static LocalDate day(String text) throws UnreadableAnswerException {
        boolean timed = text.length() > DATE_LENGTH && (text.charAt(DATE_LENGTH) == 'T'
                || text.charAt(DATE_LENGTH) == ' ');
        try {
            var day = LocalDate.parse(timed ? text.substring(0, DATE_LENGTH) : text);
            if (ContractDay.is(day)) {
                return day;
            }
        } catch (DateTimeException _) {
            // As wrong as a day out of range.
        }
        throw new UnreadableAnswerException("Not a day");
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
        var found = new ArrayList<Long>();
        for (var element : members.find(name).map(Member::node).orElse(MissingNode.getInstance())) {
            JsonNumber.whole(element).ifPresentOrElse(found::add, () -> leftOut(name));
        }
        return found;
    }

    private OptionalLong whole(Member member) {
        if (member.isWhole()) {
            return numbers.of(member.whole());
        }
        return JsonNumber.whole(member.node());
    }

    private static UnreadableAnswerException wrong(String name) {
        return new UnreadableAnswerException("The member " + name + " is not what the contract says");
    }

    private static <T> Optional<T> leftOut(String name) {
        LOG.info("Left out a member {} that is not what the contract says", name);
        return Optional.empty();
    }
}
