package org.billrunconsole.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualThreadTasksTest {

    static Stream<Error> errors() {
        return Stream.of(new StackOverflowError(), new OutOfMemoryError("planted"), new AssertionError("planted"),
                new NoClassDefFoundError("planted"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorReachesTheOneWhoWaits(Error planted) throws InterruptedException, ExecutionException, TimeoutException {
        var failed = new CompletableFuture<Exception>();
        new VirtualThreadTasks(Runnable::run).run("planted", () -> {
            throw planted;
        }, failed::completeExceptionally, failed::complete);
        assertThat(failed.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasCause(planted);
    }
}
