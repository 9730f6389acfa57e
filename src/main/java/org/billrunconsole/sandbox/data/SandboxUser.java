package org.billrunconsole.sandbox.data;

/** The two users who can sign in. Their passwords are no secrets: the sandbox answers on this machine only. */
public enum SandboxUser {
    /** May read and write. */
    OPERATOR(7, "billing.ops", "practice-makes-perfect", true),
    /** May read; a write is answered 403. */
    READER(8, "billing.view", "look-do-not-touch", false);

    /** The brand that {@code POST /authenticate} wants from either user. */
    public static final String BRAND = "elevate";

    private final long id;
    private final String username;
    private final String password;
    private final boolean mayWrite;

    SandboxUser(long id, String username, String password, boolean mayWrite) {
        this.id = id;
        this.username = username;
        this.password = password;
        this.mayWrite = mayWrite;
    }

    /** The id that a run closed by this user carries as {@code billingUserAdminId}. */
    public long id() {
        return id;
    }

    public String brand() {
        return BRAND;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    public boolean mayWrite() {
        return mayWrite;
    }
}
