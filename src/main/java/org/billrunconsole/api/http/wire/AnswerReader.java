package org.billrunconsole.api.http.wire;

import java.io.IOException;
import java.io.InputStream;

/** Makes a value of the JSON in a successful answer, as it arrives. */
@FunctionalInterface
public interface AnswerReader<T> {

    T read(InputStream json) throws IOException;
}
