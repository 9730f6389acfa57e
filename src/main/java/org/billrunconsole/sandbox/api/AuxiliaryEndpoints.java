package org.billrunconsole.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.billrunconsole.sandbox.data.CustomerSummary;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.data.Person;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.billrunconsole.sandbox.wire.SandboxJson;
import org.billrunconsole.sandbox.wire.StringFilter;
import org.billrunconsole.sandbox.wire.WireCustomerSummary;
import org.billrunconsole.sandbox.wire.WireCycle;
import org.billrunconsole.sandbox.wire.WireField;
import org.billrunconsole.sandbox.wire.WirePerson;

/** The optional operations: sign in, billing cycles, users, what customers pay. */
public final class AuxiliaryEndpoints {

    private static final int LONGEST_CREDENTIAL = 100;
    private static final Map<String, Function<CustomerSummary, Object>> SUMMARY_FILTERS = Map.of("customerId",
            CustomerSummary::customerId, "valueDifference", CustomerSummary::difference, "percentageDifference",
            CustomerSummary::percentage, "ratingStatus", CustomerSummary::ratingStatus, "billingStatus",
            CustomerSummary::billingStatus);

    private final Tokens tokens;
    private final List<CustomerSummary> summaries;

    public AuxiliaryEndpoints(Tokens tokens, long seed) {
        this.tokens = tokens;
        this.summaries = CustomerSummary.seeded(seed);
    }

    Answer authenticate(Request request) {
        QueryReader.of(request.rawQuery(), Set.of());
        var body = SandboxJson.read(request.body());
        var brand = credential(body, "brand");
        var username = credential(body, "username");
        var password = credential(body, "password");
        for (var user : SandboxUser.values()) {
            if (user.brand().equals(brand) && user.username().equals(username) && user.password().equals(password)) {
                var token = tokens.issue(user);
                return Answer.ok(SandboxJson.bytes(json -> {
                    json.writeStartObject();
                    json.writeStringField("token", token);
                    json.writeStringField("username", user.username());
                    json.writeEndObject();
                }));
            }
        }
        throw new Refusal(401, "Brand, username or password is wrong");
    }

    Answer cycles(Request request) {
        var query = QueryReader.of(request.rawQuery(), Set.of("page", "pageSize", "sort", "fields", "name"));
        Predicate<Cycle> fits = query.text("name").map(text -> StringFilter.of("name", text))
                .<Predicate<Cycle>>map(filter -> cycle -> filter.test(cycle.name()))
                .orElse(_ -> true);
        return page(query, Cycles.ALL.stream().filter(fits).toList(), WireCycle.FIELDS,
                Map.of("id", Comparator.comparing(Cycle::id), "name", Comparator.comparing(Cycle::name)));
    }

    Answer cycle(long id) {
        return Cycles.ALL.stream()
                .filter(cycle -> cycle.id() == id)
                .findFirst()
                .map(cycle -> Answer.ok(WireField.object(WireCycle.FIELDS, cycle)))
                .orElseThrow(() -> new Refusal(404, "No such billing cycle"));
    }

    Answer user(long id) {
        return Person.ALL.stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .map(person -> Answer.ok(WireField.object(WirePerson.FIELDS, person)))
                .orElseThrow(() -> new Refusal(404, "No such user"));
    }

    Answer summaries(Request request) {
        var query = QueryReader.of(request.rawQuery(), Set.of("page", "pageSize", "sort", "fields", "customerId",
                "valueDifference", "percentageDifference", "ratingStatus", "billingStatus"));
        // A plain id only: no other form is documented for it.
        query.id("customerId");
        Predicate<CustomerSummary> fits = _ -> true;
        for (var filter : SUMMARY_FILTERS.entrySet()) {
            var test = query.text(filter.getKey()).map(text -> StringFilter.of(filter.getKey(), text));
            if (test.isPresent()) {
                fits = fits.and(each -> test.get().test(filter.getValue().apply(each).toString()));
            }
        }
        return page(query, summaries.stream().filter(fits).toList(), WireCustomerSummary.FIELDS,
                Map.of("customerId", Comparator.comparing(CustomerSummary::customerId), "valueDifference",
                        Comparator.comparing(CustomerSummary::difference)));
    }

    private static <T> Answer page(QueryReader query, List<T> all, List<WireField<T>> fields,
            Map<String, Comparator<T>> orders) {
        var page = query.page();
        var size = query.pageSize();
        var wanted = query.fields(WireField.names(fields));
        var order = query.sort(orders.keySet())
                .stream()
                .map(key -> key.descending() ? orders.get(key.field()).reversed() : orders.get(key.field()))
                .reduce(Comparator::thenComparing);
        var rows = order.map(by -> all.stream().sorted(by).toList()).orElse(all);
        return Answer.ok(WireField.array(
                fields.stream().filter(field -> wanted.isEmpty() || wanted.contains(field.name())).toList(),
                rows.stream().skip((page - 1L) * size).limit(size).toList()));
    }

    private static String credential(JsonNode body, String name) {
        var value = body.path(name);
        if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > LONGEST_CREDENTIAL) {
            throw Refusal.badRequest("Validation failed for field '" + name + "': 1 to 100 characters");
        }
        return value.asText();
    }
}
