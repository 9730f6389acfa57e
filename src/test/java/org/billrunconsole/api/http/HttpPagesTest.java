package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.billrunconsole.api.Page;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.wire.AnswerReaders.Rows;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HttpPagesTest {

    private static final Endpoint LIST = Endpoint.get("/bill-runs");

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aListOfOnePageCostsOneRequest() {
        var pages = pages(number -> {
            asked.incrementAndGet();
            return page(number, 1);
        }, 2);
        assertThat(pages.next()).isEqualTo(new Page<>(List.of(100L), true));
        assertThat(pages.hasNext()).isFalse();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void noPageIsAskedForAheadOfOneThatShowsThatTheListIsLong() {
        try (var pages = pages(number -> {
            asked.incrementAndGet();
            return page(number, 2);
        }, 2)) {
            pages.next();
            assertThat(asked).hasValue(1);
            pages.next();
            await().until(() -> asked.get() > 2);
        }
    }

    @Test
    void aFullLastPageIsFollowedByAnEmptyOne() {
        var pages = pages(number -> page(number, number == 1 ? 2 : 0), 2);
        assertThat(pages.next().last()).isFalse();
        assertThat(pages.next()).isEqualTo(new Page<>(List.of(), true));
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void withoutReadingAheadNoPageIsAskedForThatIsNotNeeded() {
        var pages = new HttpPages<Long>(number -> {
            asked.incrementAndGet();
            return page(number, number < 3 ? 2 : 1);
        }, bounds(), LIST, 2, 1000, 0);
        for (int number = 1; number <= 3; number++) {
            assertThat(pages.next().last()).isEqualTo(number == 3);
            assertThat(asked).hasValue(number);
        }
    }

    @Test
    void nothingIsAskedBeforeSomeoneWantsIt() {
        try (var pages = pages(_ -> {
            asked.incrementAndGet();
            return page(1, 2);
        }, 2)) {
            assertThat(pages.hasNext()).isTrue();
        }
        assertThat(asked).hasValue(0);
    }

    @RepeatedTest(20)
    void noMoreThanTwoPagesAreUnderWayOrWaiting() {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        try (var pages = pages(number -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            asked.incrementAndGet();
            Thread.yield();
            underWay.decrementAndGet();
            return page(number, number <= 30 ? 2 : 1);
        }, 2)) {
            for (int taken = 1; pages.hasNext(); taken++) {
                pages.next();
                // What was asked for beyond what was taken is held for the caller.
                assertThat(asked.get() - taken).isLessThanOrEqualTo(2);
            }
        }
        assertThat(asked.get()).as("the last page, and what was asked for ahead of it").isBetween(31, 33);
        assertThat(most.get()).isBetween(1, 2);
    }

    @RepeatedTest(20)
    void pagesComeInOrderHoweverTheyArrive() {
        var third = new CountDownLatch(1);
        try (var pages = pages(number -> {
            if (number == 2) {
                awaitLatch(third);
            } else if (number == 3) {
                third.countDown();
            }
            return page(number, number < 3 ? 1 : 0);
        }, 1)) {
            assertThat(pages.next().rows()).containsExactly(100L);
            assertThat(pages.next().rows()).containsExactly(200L);
            assertThat(pages.next().last()).isTrue();
        }
    }

    @Test
    void aServerThatGivesTheSamePageForEverIsStoppedAtTheCap() {
        var pages = new HttpPages<Long>(_ -> {
            asked.incrementAndGet();
            return new Rows<>(List.of(1L, 2L), 2);
        }, bounds(), LIST, 2, 5, 2);
        for (int i = 0; i < 5; i++) {
            pages.next();
        }
        assertThatThrownBy(pages::next).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.ListTooLong.class));
        assertThat(pages.hasNext()).isFalse();
        assertThat(asked).hasValue(5);
    }

    @Test
    void aServerThatIgnoresThePageIsStoppedLongBeforeTheCap() {
        var rows = LongStream.rangeClosed(1, 1000).boxed().toList();
        var pages = new HttpPages<Long>(_ -> {
            asked.incrementAndGet();
            return new Rows<>(rows, rows.size());
        }, bounds(), LIST, 1000, 1000, 0);
        assertThatThrownBy(() -> pages.forEachRemaining(_ -> {})).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.ListTooLong.class));
        assertThat(asked.get()).isEqualTo(1 + ListBounds.MOST_REPEATED / 1000);
    }

    @Test
    void aListOfMoreRowsThanAWindowCanHoldIsAFailure() {
        var pages = new HttpPages<Long>(number -> new Rows<>(LongStream.range(0, 10_000)
                .mapToObj(row -> number * 10_000L + row)
                .toList(), 10_000), bounds(), LIST, 1000, 1000, 0);
        assertThatThrownBy(() -> pages.forEachRemaining(_ -> {})).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.ListTooLong.class));
    }

    @Test
    void whatTheRowsOfAllPagesHoldTogetherIsBounded() {
        var half = ListBounds.MOST_LISTED / 2;
        var pages = new HttpPages<Long>(number -> page(number, 1), new ListBounds<>(OptionalLong::of,
                id -> id == 300 ? 1 : half), LIST, 1, 1000, 0);
        pages.next();
        assertThat(pages.next().rows()).as("exactly as much as is allowed").containsExactly(200L);
        assertThatThrownBy(pages::next).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.ListTooLong.class,
                        failure -> assertThat(failure.detail()).contains("2000000 numbers")));
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void aFailureEndsTheList() {
        var failure = new Failure.NotFound(CallContext.begin(LIST).unanswered());
        var pages = pages(number -> {
            if (number == 2) {
                throw new FailureException(failure);
            }
            return page(number, 2);
        }, 2);
        pages.next();
        assertThatThrownBy(pages::next).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isEqualTo(failure));
        assertThat(pages.hasNext()).isFalse();
    }

    @RepeatedTest(20)
    void closingInterruptsWhatIsUnderWay() throws Exception {
        Set<Integer> interrupted = ConcurrentHashMap.newKeySet();
        var pages = pages(number -> {
            if (number > 1) {
                asked.incrementAndGet();
                interruptedly(() -> interrupted.add(number));
            }
            return page(number, 2);
        }, 2);
        pages.next();
        var waiting = new FutureTask<>(() -> cancelled(pages));
        Thread.ofVirtual().start(waiting);
        await().until(() -> asked.get() == 2);
        pages.close();
        await().until(() -> interrupted.equals(Set.of(2, 3)));
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pages.hasNext()).isFalse();
    }

    @RepeatedTest(20)
    void closingFromAnotherThreadFreesTheOneThatWaits() throws Exception {
        var pages = pages(_ -> {
            asked.incrementAndGet();
            interruptedly(() -> {});
            return page(1, 2);
        }, 2);
        var waiting = new FutureTask<>(() -> cancelled(pages));
        Thread.ofVirtual().start(waiting);
        await().until(() -> asked.get() == 1);
        pages.close();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @RepeatedTest(20)
    void anInterruptFreesTheOneThatWaits() throws Exception {
        var pages = pages(_ -> {
            asked.incrementAndGet();
            interruptedly(() -> {});
            return page(1, 2);
        }, 2);
        var waiting = new FutureTask<>(() -> cancelled(pages) && Thread.currentThread().isInterrupted());
        var thread = Thread.ofVirtual().start(waiting);
        await().until(() -> asked.get() == 1);
        thread.interrupt();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean cancelled(HttpPages<Long> pages) {
        try {
            pages.next();
            return false;
        } catch (FailureException e) {
            return e.failure() instanceof Failure.Cancelled(ApiCall exchange) && exchange.path().equals("/bill-runs");
        }
    }

    /** Blocks until interrupted. */
    private static void interruptedly(Runnable then) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            then.run();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ListBounds<Long> bounds() {
        return new ListBounds<>(OptionalLong::of, _ -> 0);
    }

    private static HttpPages<Long> pages(HttpPages.Source<Long> source, int size) {
        return new HttpPages<>(source, bounds(), LIST, size, 1000, 2);
    }

    /** Rows 100, 101 and so on for page 1, 200 for page 2. */
    private static Rows<Long> page(int number, int rows) {
        return new Rows<>(LongStream.range(0, rows).mapToObj(i -> number * 100L + i).toList(), rows);
    }
}
