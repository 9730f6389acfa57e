package org.billrunconsole.sandbox.api;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.wire.DecimalFilter;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.billrunconsole.sandbox.wire.StringFilter;
import org.billrunconsole.sandbox.wire.WireField;

/**
 * A list in memory that the API gives in pages.
 *
 * @param fields  its members
 * @param orders  by what it can be sorted
 * @param filters what makes a test of a filter's text, by the parameter's name
 */
record ListResource<T>(List<WireField<T>> fields, Map<String, Comparator<T>> orders,
        Map<String, Function<String, Predicate<T>>> filters) {

    private static final Set<String> PAGING = Set.of("page", "pageSize", "sort", "fields");

    /**
     * Answers a request for a page.
     *
     * @param all made only if the query is in order
     * @throws Refusal 400
     */
    Answer page(Request request, Supplier<List<T>> all) {
        var known = new HashSet<>(PAGING);
        known.addAll(filters.keySet());
        var query = QueryReader.of(request.rawQuery(), known);
        var page = query.page();
        var size = query.pageSize();
        var wanted = query.fields(WireField.names(fields));
        var order = query.sort(orders.keySet())
                .stream()
                .map(key -> key.descending() ? orders.get(key.field()).reversed() : orders.get(key.field()))
                .reduce(Comparator::thenComparing);
        var fits = filters.entrySet()
                .stream()
                .flatMap(filter -> query.text(filter.getKey()).map(filter.getValue()).stream())
                .reduce(Predicate::and)
                .orElse(_ -> true);
        var fitting = all.get().stream().filter(fits);
        var rows = order.map(fitting::sorted).orElse(fitting).skip((page - 1L) * size).limit(size).toList();
        return Answer.ok(WireField.array(
                fields.stream().filter(field -> wanted.isEmpty() || wanted.contains(field.name())).toList(), rows));
    }

    /** A plain id: no other form is documented. */
    static <T> Map.Entry<String, Function<String, Predicate<T>>> byId(String name, ToLongFunction<T> id) {
        return Map.entry(name, text -> {
            var wanted = QueryReader.id(name, text);
            return row -> id.applyAsLong(row) == wanted;
        });
    }

    static <T> Map.Entry<String, Function<String, Predicate<T>>> byText(String name, Function<T, String> value) {
        return Map.entry(name, text -> {
            var test = StringFilter.of(name, text);
            return row -> test.test(value.apply(row));
        });
    }

    /** A row without a value fits no number. */
    static <T> Map.Entry<String, Function<String, Predicate<T>>> byNumber(String name,
            Function<T, Optional<BigDecimal>> value) {
        return Map.entry(name, text -> {
            var test = DecimalFilter.of(name, text);
            return row -> value.apply(row).filter(test).isPresent();
        });
    }
}
