package org.billrunconsole.runs.review.customer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.RunReview;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.testkit.SandboxProcess;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.VirtualThreadTasks;

/**
 * How long the review of a run with 50,000 customers takes, how much memory, and how late the window's thread is
 * meanwhile, with the sandbox in a process of its own. Run by {@code .ci/bench ReviewLoad}; {@code -Xmx64m} shows that
 * it does not need more.
 */
final class ReviewLoad {

    private static final int CUSTOMERS = 50_000;
    private static final long MEGABYTE = 1 << 20;

    private ReviewLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("review-load");
        try (var sandbox = SandboxProcess.start(folder, "--port", "0", "--customers", Integer.toString(CUSTOMERS))) {
            var started = new CountDownLatch(1);
            Platform.startup(started::countDown);
            started.await();
            measure(sandbox);
        } finally {
            Platform.exit();
        }
    }

    private static void measure(SandboxProcess sandbox) throws InterruptedException {
        var connected = HttpApi.open(ClientOptions.of(sandbox.baseUri()), TokenSource.fixed(sandbox.token()));
        var store = new RunStore();
        new Catalogue(connected.runs(), store).load(RunKind.REGULAR, ListReading.unwatched());
        var run = store.all(RunKind.REGULAR).stream().filter(each -> each.name()
                .filter(name -> name.endsWith("Residential"))
                .isPresent() && RunReviews.isPossible(each)).map(BillRun.class::cast).findFirst().orElseThrow();
        var reviews = new RunReviews(connected.review(), store, new CustomerDirectory(connected.review()),
                () -> VarianceLimits.DEFAULT, InstantSource.system());
        // The first one pays for what Java does once.
        for (var time = 1; time <= 3; time++) {
            once(reviews, run, time);
        }
        connected.runs().close();
    }

    private static void once(RunReviews reviews, BillRun run, int time) throws InterruptedException {
        var before = live();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        var late = new AtomicLong();
        var done = new CountDownLatch(1);
        var kept = new RunReview[1];
        var begun = System.nanoTime();
        var pages = new AtomicLong();
        new VirtualThreadTasks(new FxThread()).run("review", reviews.reading(run, _ -> pages.incrementAndGet())::read,
                review -> {
                    kept[0] = review;
                    done.countDown();
                }, e -> {
                    throw new IllegalStateException(e);
                });
        while (done.getCount() > 0) {
            var asked = System.nanoTime();
            new FxThread().execute(() -> late.accumulateAndGet(System.nanoTime() - asked, Math::max));
            LockSupport.parkNanos(5_000_000);
        }
        var took = System.nanoTime() - begun;
        var peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        var after = live();
        var found = kept[0];
        System.out.printf("%d: %s: %,d customers, %,d values, %d unexplained, %d explained, %d within, %d not billed, "
                + "whole: %s%n", time, run.label(), found.customers().read(), found.variances().extent().read(),
                found.variances().unexplained().count(), found.variances().explained().count(),
                found.variances().withinLimits().count(), found.completeness().count(), found.isWhole());
        System.out.printf("   %,d ms in %d pages; heap at most %d MB (before %d MB); the review keeps %.1f MB; the "
                + "window's thread was at most %.1f ms late%n", took / 1_000_000, pages.get(), peak / MEGABYTE,
                before / MEGABYTE, (after - before) / (double) MEGABYTE, late.get() / 1e6);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** What is in use after a collection. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
