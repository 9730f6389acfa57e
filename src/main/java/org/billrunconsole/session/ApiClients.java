package org.billrunconsole.session;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.api.TokenSource;

/**
 * Makes API clients: over HTTP in the program, stand-ins in tests.
 *
 * @param connect        opens a connection, to be closed
 * @param authentication signs in to a server
 * @param claims         what a token says of itself
 */
public record ApiClients(BiFunction<ClientOptions, TokenSource, BillRunApi> connect,
        Function<ClientOptions, Authentication> authentication, Function<String, TokenClaims> claims) {}
