package org.billrunconsole.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.api.TokenSource;

/** A token that can be renewed, and a count of who asked. */
public final class CountingTokens implements TokenSource {

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> rejected = new CopyOnWriteArrayList<>();
    private volatile String current = Secrets.TOKEN;

    @Override
    public String current() {
        asked.incrementAndGet();
        return current;
    }

    @Override
    public Optional<String> renewedAfter(String token) {
        rejected.add(token);
        current = Secrets.RENEWED_TOKEN;
        return Optional.of(current);
    }

    /** How often a token was asked for. */
    public int asked() {
        return asked.get();
    }

    /** The tokens that were reported as refused. */
    public List<String> rejected() {
        return List.copyOf(rejected);
    }
}
