package org.billrunconsole.api.http.wire;

import java.io.IOException;

/** Makes a record of one JSON object whose id is already known. */
@FunctionalInterface
public interface RowMapping<T> {

    T map(long id, JsonRow row) throws IOException;
}
