package org.billrunconsole.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.billrunconsole.sandbox.lifecycle.Refusal;

/**
 * Checks that the operations of a JSON Patch are well formed by RFC 6902; the library that applies patches is more
 * lenient.
 */
final class PatchSyntax {

    private static final Set<String> WITH_VALUE = Set.of("add", "replace", "test");
    private static final Set<String> WITH_FROM = Set.of("move", "copy");

    /** By RFC 6901 a tilde stands for itself as ~0 and for a slash as ~1, and never alone. */
    private static final Predicate<String> LONE_TILDE = Pattern.compile("~(?![01])").asPredicate();

    private PatchSyntax() {}

    /** @throws Refusal 400 if the operation is none; members that the RFC does not define are ignored, as it says */
    static void require(JsonNode operation) {
        if (!operation.isObject()) {
            throw Refusal.badRequest("Every operation is an object");
        }
        var op = operation.path("op");
        // The names are written as they are: "REPLACE" is no operation.
        var name = op.isTextual() ? op.textValue() : "";
        if (!name.equals("remove") && !WITH_VALUE.contains(name) && !WITH_FROM.contains(name)) {
            throw Refusal.badRequest("'op' is add, remove, replace, move, copy or test");
        }
        requirePointer(operation, "path");
        if (WITH_VALUE.contains(name) && !operation.has("value")) {
            throw Refusal.badRequest("The operation " + name + " needs a value");
        }
        if (WITH_FROM.contains(name)) {
            requirePointer(operation, "from");
        }
        if (name.equals("move") && operation.path("path").textValue().startsWith(
                operation.path("from").textValue() + "/")) {
            throw Refusal.badRequest("Nothing can be moved into itself");
        }
    }

    private static void requirePointer(JsonNode operation, String member) {
        var pointer = operation.path(member);
        var text = pointer.isTextual() ? pointer.textValue() : "none";
        if (!text.isEmpty() && !text.startsWith("/") || LONE_TILDE.test(text)) {
            throw Refusal.badRequest("'" + member + "' is a JSON pointer, such as /summaryStatus");
        }
    }
}
