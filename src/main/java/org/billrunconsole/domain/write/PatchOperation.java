package org.billrunconsole.domain.write;

/**
 * One operation of an RFC 6902 JSON Patch whose value is a string, the only kind the contract's samples show.
 *
 * @param op    what to do
 * @param path  JSON Pointer, for example {@code /summaryStatus}
 * @param value the value as text
 */
public record PatchOperation(Op op, String path, String value) {

    /** The two operations the console sends; {@code test} only where the connection asks for the guard. */
    public enum Op {
        REPLACE("replace"), TEST("test");

        private final String wire;

        Op(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    public PatchOperation {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A JSON Pointer begins with a slash: " + path);
        }
    }

    public static PatchOperation replace(String path, String value) {
        return new PatchOperation(Op.REPLACE, path, value);
    }

    public static PatchOperation test(String path, String value) {
        return new PatchOperation(Op.TEST, path, value);
    }
}
