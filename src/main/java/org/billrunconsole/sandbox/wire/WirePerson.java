package org.billrunconsole.sandbox.wire;

import java.util.List;
import org.billrunconsole.sandbox.data.Person;
import org.billrunconsole.sandbox.data.SandboxUser;

/** A user as the API sends it. */
public final class WirePerson {

    public static final List<WireField<Person>> FIELDS = List.of(WireField.number("id", Person::id),
            WireField.text("username", Person::username), WireField.text("firstName", Person::firstName),
            WireField.text("lastName", Person::lastName),
            WireField.text("email", person -> person.username() + "@elevate.example"),
            WireField.flag("enabled", _ -> true),
            new WireField<>("userRoles", (json, person) -> {
                json.writeArrayFieldStart("userRoles");
                json.writeNumber(person.id() == SandboxUser.READER.id() ? 2 : 1);
                json.writeEndArray();
            }));

    private WirePerson() {}
}
