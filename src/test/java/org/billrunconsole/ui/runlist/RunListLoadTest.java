package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunListLoadTest {

    static Stream<Exception> unexpected() {
        return Stream.of(new IllegalStateException("planted"), new ExecutionException(new StackOverflowError()),
                new ExecutionException(new OutOfMemoryError("planted")));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void aListThatFailedUnexpectedlyCanBeTriedAgain(Exception thrown) {
        var api = new StubApi();
        var time = new ManualTime();
        var list = TestServices.of(api, time).list(RunKind.REGULAR, new TaskRunner() {
            @Override
            public <T> Cancellable run(String name, Callable<T> work, Consumer<? super T> done,
                    Consumer<? super Exception> failed) {
                failed.accept(thrown);
                return () -> {};
            }
        }, Runnable::run);
        list.load();
        assertThat(list.stateProperty().get()).isEqualTo(RunListViewModel.State.FAILED);
        assertThat(list.failureProperty().get()).isPresent();
    }
}
