package org.billrunconsole.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.billrunconsole.domain.FailureException;

/**
 * Pages of a list, read lazily: {@code hasNext} and {@code next} may block on the network and throw
 * {@link FailureException}. At most two pages are in flight or held; ids already given are dropped. Close it to stop
 * early.
 */
public interface Pages<T> extends Iterator<Page<T>>, AutoCloseable {

    /** @throws NoSuchElementException after the last page */
    @Override
    Page<T> next();

    @Override
    void close();
}
