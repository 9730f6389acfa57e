package org.billrunconsole.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.billrunconsole.api.Pages;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.AnswerReaders.Rows;
import org.billrunconsole.api.http.wire.ObjectMapping;
import org.billrunconsole.api.http.wire.RowMapping;

/**
 * A list of the contract: a bare array, {@code page} from 1.
 *
 * @param path   its path under the base address
 * @param order  the member by which it is asked to be ordered; empty where no member is known that fits
 * @param reader reads a page of it
 * @param key    what a row is told from others by; a row without is never taken for a repeated one
 * @param listed how many numbers a row's own lists have
 */
record ListEndpoint<T>(String path, Optional<String> order, AnswerReader<Rows<T>> reader, Function<T, OptionalLong> key,
        ToIntFunction<T> listed) {

    private static final String ID = "id";

    /** A million rows in the largest pages. There is no total count, so a list has to end somewhere. */
    private static final int MOST_PAGES = 1000;

    /** How one page is read. */
    @FunctionalInterface
    interface PageReader<T> {

        Rows<T> read(Endpoint endpoint, AnswerReader<Rows<T>> reader);
    }

    /** Of rows that have an id and lists. */
    ListEndpoint(String path, RowMapping<T> mapping, ToLongFunction<T> id, ToIntFunction<T> listed) {
        this(path, Optional.of(ID), AnswerReaders.list(ID, mapping), row -> OptionalLong.of(id.applyAsLong(row)),
                listed);
    }

    /** Of rows that have an id and no lists. */
    ListEndpoint(String path, RowMapping<T> mapping, ToLongFunction<T> id) {
        this(path, mapping, id, _ -> 0);
    }

    /** Of rows that another member than {@code id} tells apart. */
    static <T> ListEndpoint<T> by(String member, String path, RowMapping<T> mapping, ToLongFunction<T> key) {
        return new ListEndpoint<>(path, Optional.of(member), AnswerReaders.list(member, mapping),
                row -> OptionalLong.of(key.applyAsLong(row)), _ -> 0);
    }

    /** Of rows that may come without an id. */
    static <T> ListEndpoint<T> ofAny(String path, Optional<String> order, ObjectMapping<T> mapping,
            Function<T, OptionalLong> key) {
        return new ListEndpoint<>(path, order, AnswerReaders.listOfAny(mapping), key, _ -> 0);
    }

    /** The same in whatever order the server has; pages may then overlap. */
    ListEndpoint<T> unordered() {
        return new ListEndpoint<>(path, Optional.empty(), reader, key, listed);
    }

    Pages<T> pages(Map<String, String> filters, List<String> fields, int pageSize, boolean ahead,
            PageReader<T> pageReader) {
        return new HttpPages<>(number -> pageReader.read(page(number, filters, fields, pageSize), reader),
                new ListBounds<>(key, listed), Endpoint.get(path), pageSize, MOST_PAGES, ahead ? 2 : 0);
    }

    private Endpoint page(int number, Map<String, String> filters, List<String> fields, int pageSize) {
        var query = new LinkedHashMap<String, String>();
        query.put("page", Integer.toString(number));
        query.put("pageSize", Integer.toString(pageSize));
        // No default order is documented, and without one pages could overlap.
        order.ifPresent(member -> query.put("sort", member));
        if (!fields.isEmpty()) {
            query.put("fields", String.join(",", withId(fields)));
        }
        query.putAll(filters);
        return Endpoint.get(path, query);
    }

    /** A row without its id would be lost. */
    private static List<String> withId(List<String> fields) {
        if (fields.contains(ID)) {
            return fields;
        }
        var all = new ArrayList<>(List.of(ID));
        all.addAll(fields);
        return all;
    }
}
