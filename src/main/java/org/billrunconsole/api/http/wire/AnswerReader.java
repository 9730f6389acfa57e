package org.billrunconsole.api.http.wire;

import java.io.IOException;
import java.io.InputStream;

/** Reads the JSON of a successful answer from its stream. */
@FunctionalInterface
public interface AnswerReader<T> {

    T read(InputStream json) throws IOException;
}
