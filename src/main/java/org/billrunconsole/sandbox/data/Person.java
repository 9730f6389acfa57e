package org.billrunconsole.sandbox.data;

import java.util.List;

/** A user of the billing system, as {@code GET /users/{id}} gives it. */
public record Person(long id, String username, String firstName, String lastName) {

    /** Closes runs of the cycles that close by themselves. */
    public static final Person SYSTEM = new Person(1, "system.autoclose", "Automatic", "Closing");

    /** Works at the same time as whoever uses the console. */
    public static final Person COLLEAGUE = new Person(12, "j.marsh", "Jo", "Marsh");

    public static final List<Person> ALL = List.of(SYSTEM, COLLEAGUE, new Person(21, "a.okafor", "Ada", "Okafor"),
            new Person(SandboxUser.OPERATOR.id(), SandboxUser.OPERATOR.username(), "Olive", "Perry"),
            new Person(SandboxUser.READER.id(), SandboxUser.READER.username(), "Victor", "Reed"));
}
