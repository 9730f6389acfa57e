package org.billrunconsole.sandbox;

import java.util.List;

/** How a user looks from outside. */
final class WirePerson {

    static final List<Field<Person>> FIELDS = List.of(Field.number("id", Person::id),
            Field.text("username", Person::username), Field.text("firstName", Person::firstName),
            Field.text("lastName", Person::lastName),
            Field.text("email", person -> person.username() + "@elevate.example"), Field.flag("enabled", _ -> true),
            new Field<>("userRoles", (json, person) -> {
                json.writeArrayFieldStart("userRoles");
                json.writeNumber(person.id() == SandboxUser.READER.id() ? 2 : 1);
                json.writeEndArray();
            }));

    private WirePerson() {}
}
