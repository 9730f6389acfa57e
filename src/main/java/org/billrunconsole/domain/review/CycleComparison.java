package org.billrunconsole.domain.review;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;

/**
 * The last runs of a billing cycle side by side.
 *
 * @param points oldest first; the last one is the run that is compared with the others
 */
public record CycleComparison(List<Point> points) {

    /**
     * A run.
     *
     * @param label     its name
     * @param periodEnd last day of its period
     * @param figures   as last read
     * @param open      true if its figures are not all there yet
     * @param work      how long the server worked in each stage, as far as this console saw it
     */
    public record Point(RunKey run, String label, Optional<LocalDate> periodEnd, RunFigures figures, boolean open,
            Map<Stage.Known, Duration> work) {

        public Point {
            work = Map.copyOf(work);
        }

        /** What the seen stages come to; empty if none was seen. Not comparable unless the same stages were seen. */
        public Optional<Duration> seenWork() {
            return work.values().stream().reduce(Duration::plus);
        }
    }

    public CycleComparison {
        points = List.copyOf(points);
    }
}
