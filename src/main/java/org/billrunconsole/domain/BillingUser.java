package org.billrunconsole.domain;

/**
 * A user of the billing system ({@code GET /users/{id}}, optional), to turn an id into a name.
 *
 * @param id       identifier
 * @param username the name they sign in with
 */
public record BillingUser(long id, String username) {}
