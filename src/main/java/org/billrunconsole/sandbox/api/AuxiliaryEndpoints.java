package org.billrunconsole.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.data.Person;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.billrunconsole.sandbox.wire.SandboxJson;
import org.billrunconsole.sandbox.wire.WireCycle;
import org.billrunconsole.sandbox.wire.WireField;
import org.billrunconsole.sandbox.wire.WirePerson;

/** The optional operations: sign in, billing cycles, users. */
public final class AuxiliaryEndpoints {

    private static final int LONGEST_CREDENTIAL = 100;
    private static final ListResource<Cycle> CYCLES = new ListResource<>(WireCycle.FIELDS,
            Map.of("id", Comparator.comparing(Cycle::id), "name", Comparator.comparing(Cycle::name)),
            Map.ofEntries(ListResource.byText("name", Cycle::name)));

    private final Tokens tokens;

    public AuxiliaryEndpoints(Tokens tokens) {
        this.tokens = tokens;
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
        return CYCLES.page(request, () -> Cycles.LISTED);
    }

    Answer cycle(long id) {
        return Cycles.LISTED.stream()
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

    private static String credential(JsonNode body, String name) {
        var value = body.path(name);
        if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > LONGEST_CREDENTIAL) {
            throw Refusal.badRequest("Validation failed for field '" + name + "': 1 to 100 characters");
        }
        return value.asText();
    }
}
