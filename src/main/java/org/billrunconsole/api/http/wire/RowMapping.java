package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Makes a record of one JSON object whose id is already known. */
@FunctionalInterface
public interface RowMapping<T> {

    T map(long id, JsonNode json) throws IOException;
}
