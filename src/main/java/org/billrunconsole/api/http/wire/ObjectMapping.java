package org.billrunconsole.api.http.wire;

import java.io.IOException;

/** Makes a record of one JSON object that need not have an id. */
@FunctionalInterface
public interface ObjectMapping<T> {

    T map(JsonRow row) throws IOException;
}
