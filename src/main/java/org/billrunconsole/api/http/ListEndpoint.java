package org.billrunconsole.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.billrunconsole.api.Pages;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.AnswerReaders.Rows;
import org.billrunconsole.api.http.wire.RowMapping;

/**
 * A list of the contract: a bare array, {@code page} from 1, in the order of ids.
 *
 * @param path    its path under the base address
 * @param mapping what its rows are
 * @param id      a row's id
 * @param listed  how many numbers a row's own lists have
 */
record ListEndpoint<T>(String path, RowMapping<T> mapping, ToLongFunction<T> id, ToIntFunction<T> listed) {

    /** A million rows in the largest pages. There is no total count, so a list has to end somewhere. */
    private static final int MOST_PAGES = 1000;

    /** How one page is read. */
    @FunctionalInterface
    interface PageReader<T> {

        Rows<T> read(Endpoint endpoint, AnswerReader<Rows<T>> reader);
    }

    /** Of rows that have no lists. */
    ListEndpoint(String path, RowMapping<T> mapping, ToLongFunction<T> id) {
        this(path, mapping, id, _ -> 0);
    }

    Pages<T> pages(Map<String, String> filters, List<String> fields, int pageSize, boolean ahead,
            PageReader<T> pageReader) {
        var reader = AnswerReaders.list(mapping);
        return new HttpPages<>(number -> pageReader.read(page(number, filters, fields, pageSize), reader),
                new ListBounds<>(id, listed), Endpoint.get(path), pageSize, MOST_PAGES, ahead ? 2 : 0);
    }

    private Endpoint page(int number, Map<String, String> filters, List<String> fields, int pageSize) {
        var query = new LinkedHashMap<String, String>();
        query.put("page", Integer.toString(number));
        query.put("pageSize", Integer.toString(pageSize));
        // No default order is documented, and without one pages could overlap.
        query.put("sort", "id");
        if (!fields.isEmpty()) {
            query.put("fields", String.join(",", withId(fields)));
        }
        query.putAll(filters);
        return Endpoint.get(path, query);
    }

    /** A row without its id would be lost. */
    private static List<String> withId(List<String> fields) {
        if (fields.contains("id")) {
            return fields;
        }
        var all = new ArrayList<>(List.of("id"));
        all.addAll(fields);
        return all;
    }
}
