package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object after another, each as it stands in the text, so that a value which every row has, or
 * nobody asks for, costs no object. Holds those of one object at a time. Used by one thread.
 */
final class JsonMembers {

    /** Far more than the contract has; a server whose every row has other names must not be remembered for them. */
    private static final int MOST_NAMES = 1000;

    /** One member's value in the present object. */
    static final class Member {

        private final JsonMembers all;
        private final SerializedString name;
        /** What came after it in the object in which it came last. */
        private @Nullable Member next;
        private long object;
        private JsonToken token = JsonToken.VALUE_NULL;
        private int start;
        private int length;
        private long whole;
        private @Nullable JsonNode nested;

        private Member(JsonMembers all, String name) {
            this.all = all;
            this.name = new SerializedString(name);
        }

        boolean isText() {
            return token == JsonToken.VALUE_STRING;
        }

        /** True for a whole number of 64 bits that is written as one. */
        boolean isWhole() {
            return token == JsonToken.VALUE_NUMBER_INT && length == 0;
        }

        boolean is(JsonToken wanted) {
            return token == wanted;
        }

        /** The number of one that {@link #isWhole}. */
        long whole() {
            return whole;
        }

        /** The text of one that {@link #isText}. */
        String text() {
            return new String(all.chars, start, length);
        }

        /** The shared value of one that {@link #isText}. */
        <T> T shared(SharedTexts<T> texts) throws UnreadableAnswerException {
            return texts.of(all.chars, start, length);
        }

        /** The same as the library's own value; a number out of any range is its text. */
        JsonNode node() {
            return switch (token) {
                case VALUE_STRING -> TextNode.valueOf(text());
                case VALUE_TRUE -> BooleanNode.TRUE;
                case VALUE_FALSE -> BooleanNode.FALSE;
                case VALUE_NUMBER_INT -> isWhole() ? LongNode.valueOf(whole)
                        : BigIntegerNode.valueOf(
                                new BigInteger(text()));
                case VALUE_NUMBER_FLOAT -> decimal();
                default -> Optional.ofNullable(nested).orElseThrow();
            };
        }

        private JsonNode decimal() {
            try {
                return DecimalNode.valueOf(new BigDecimal(all.chars, start, length));
            } catch (NumberFormatException _) {
                return TextNode.valueOf(text());
            }
        }
    }

    private final Map<String, Member> members = new HashMap<>();
    private @Nullable Member first;
    private char[] chars = new char[1024];
    private int used;
    private long object;

    /** Goes on to the object that a parser stands at the beginning of, and reads it to its end. */
    void read(JsonParser parser) throws IOException {
        clear();
        Member before = null;
        for (var member = next(parser, first); member != null; member = next(parser, before.next)) {
            if (before == null) {
                first = member;
            } else {
                before.next = member;
            }
            // Of two of one name the later counts, as the library has it.
            member.object = object;
            take(member, parser, parser.nextToken());
            before = member;
        }
    }

    /** The next member if there is one; rows have theirs in one order, and a name that is expected is only compared. */
    private @Nullable Member next(JsonParser parser, @Nullable Member expected) throws IOException {
        if (expected == null) {
            var name = parser.nextFieldName();
            return name == null ? null : member(name);
        }
        if (parser.nextFieldName(expected.name)) {
            return expected;
        }
        return parser.hasToken(JsonToken.FIELD_NAME) ? member(parser.currentName()) : null;
    }

    private Member member(String name) {
        return members.computeIfAbsent(name, _ -> new Member(this, name));
    }

    /** Goes on to an object without members. */
    void clear() {
        object++;
        used = 0;
        if (members.size() > MOST_NAMES) {
            members.clear();
            first = null;
        }
    }

    /** A member of the present object; empty if it is absent or null. */
    Optional<Member> find(String name) {
        var member = members.get(name);
        return member == null || member.object != object || member.token == JsonToken.VALUE_NULL
                ? Optional.empty()
                : Optional.of(member);
    }

    private void take(Member member, JsonParser parser, JsonToken token) throws IOException {
        member.token = token;
        member.length = 0;
        member.nested = null;
        switch (token) {
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> copy(member, parser);
            case VALUE_NUMBER_INT -> {
                if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    copy(member, parser);
                } else {
                    member.whole = parser.getLongValue();
                }
            }
            case START_OBJECT, START_ARRAY -> member.nested = ApiJson.next(parser);
            default -> {
                // Its token says all.
            }
        }
    }

    private void copy(Member member, JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (chars.length - used < length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, used + length));
        }
        System.arraycopy(parser.getTextCharacters(), parser.getTextOffset(), chars, used, length);
        member.start = used;
        member.length = length;
        used += length;
    }
}
