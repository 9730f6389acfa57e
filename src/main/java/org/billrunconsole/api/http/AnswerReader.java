package org.billrunconsole.api.http;

import java.io.IOException;
import java.io.InputStream;

/** Makes a value of the JSON in a successful answer, as it arrives. */
@FunctionalInterface
interface AnswerReader<T> {

    T read(InputStream json) throws IOException;
}
