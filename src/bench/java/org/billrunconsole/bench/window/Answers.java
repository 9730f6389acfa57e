package org.billrunconsole.bench.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.billrunconsole.bench.Samples;

/** What came of all that was done in one window. */
final class Answers {

    private final List<Answer> all = new ArrayList<>();

    void add(Answer answer) {
        all.add(answer);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Piece> pieces() {
        return all.stream().flatMap(answer -> answer.pieces().stream()).toList();
    }

    Samples of(ToDoubleFunction<Answer> figure) {
        return Samples.of(all.stream().mapToDouble(figure).toArray());
    }
}
