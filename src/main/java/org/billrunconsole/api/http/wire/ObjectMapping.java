package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Makes a record of one JSON object that need not have an id. */
@FunctionalInterface
public interface ObjectMapping<T> {

    T map(JsonNode json) throws IOException;
}
