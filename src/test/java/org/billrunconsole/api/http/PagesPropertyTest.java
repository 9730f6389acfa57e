package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.RunMapping;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;

/** Random lists in random pages: nothing lost, nothing doubled, nothing changed. */
class PagesPropertyTest {

    /**
     * A row as the server has it.
     *
     * @param id     0 for a row without one
     * @param status any text, or empty for none
     * @param grown  whether it has a member this console does not know
     */
    record Row(long id, Optional<String> status, boolean grown) {

        String json() {
            var members = new ArrayList<String>();
            if (grown) {
                members.add("\"somethingNew\":{\"id\":99,\"list\":[1,2]}");
            }
            if (id > 0) {
                members.add("\"id\":" + id);
            }
            status.ifPresent(text -> members.add("\"billRunStatus\":\"" + text + "\""));
            return "{" + String.join(",", members) + "}";
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        var ids = Arbitraries.longs().between(0, 40);
        var statuses = Arbitraries.of("OPEN", "CLOSED", "FINALIZED")
                .map(Optional::of)
                .optional(0.5)
                .flatMap(known -> known.isPresent()
                        ? Arbitraries.just(known.get())
                        : Arbitraries.strings().alpha().ofMaxLength(12).optional());
        return Combinators.combine(ids, statuses, Arbitraries.of(true, false)).as(Row::new).list().ofMaxSize(120);
    }

    @Property
    void nothingIsLostAndNothingDoubled(@ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 15) int size) {
        var expected = new LinkedHashMap<Long, Optional<RunStatus>>();
        rows.stream()
                .filter(row -> row.id() > 0)
                .forEach(row -> expected.putIfAbsent(row.id(), row.status().map(RunStatus::of)));

        var got = new ArrayList<BillRun>();
        int pages = 0;
        try (var list = new HttpPages<>(number -> page(rows, number, size),
                new ListBounds<>(run -> OptionalLong.of(run.id()), _ -> 0), Endpoint.get("/bill-runs"),
                size, 1000, rows.size() % 3)) {
            boolean last = false;
            while (list.hasNext()) {
                assertThat(last).isFalse();
                var page = list.next();
                last = page.last();
                got.addAll(page.rows());
                pages++;
            }
            assertThat(last).isTrue();
        }

        Map<Long, Optional<RunStatus>> statuses = got.stream()
                .collect(Collectors.toMap(BillRun::id, BillRun::status, (_, _) -> {
                    throw new AssertionError("doubled");
                }, LinkedHashMap::new));
        assertThat(statuses.entrySet()).containsExactlyElementsOf(expected.entrySet());
        assertThat(pages).isEqualTo(rows.size() / size + 1);
    }

    /** The page as it would come over the wire. */
    private static AnswerReaders.Rows<BillRun> page(List<Row> rows, int number, int size) {
        int from = Math.min(rows.size(), (number - 1) * size);
        var json = rows.subList(from, Math.min(rows.size(), from + size))
                .stream()
                .map(Row::json)
                .collect(Collectors.joining(",", "[", "]"));
        try {
            return AnswerReaders.list("id", RunMapping::billRun)
                    .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
