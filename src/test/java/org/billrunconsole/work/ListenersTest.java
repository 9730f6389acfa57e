package org.billrunconsole.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final Listeners<Consumer<Integer>> listeners = new Listeners<>("a test");
    private final List<String> told = new ArrayList<>();
    private final Consumer<Integer> first = value -> told.add("first " + value);
    private final Consumer<Integer> second = value -> told.add("second " + value);

    private void tell(int value) {
        listeners.tell(each -> each.accept(value));
    }

    @Test
    void eachIsToldInTheOrderInWhichItCame() {
        assertThat(listeners.isEmpty()).isTrue();
        listeners.add(first);
        listeners.add(second);
        tell(1);
        assertThat(told).containsExactly("first 1", "second 1");
        assertThat(listeners.isEmpty()).isFalse();
    }

    @Test
    void oneThatWasRemovedIsNotToldAnyMore() {
        var listening = listeners.add(first);
        listeners.add(second);
        listening.cancel();
        tell(1);
        listeners.remove(second);
        tell(2);
        assertThat(told).containsExactly("second 1");
    }

    @Test
    void noneIsToldAfterAllWereRemoved() {
        listeners.add(first);
        listeners.add(second);
        listeners.clear();
        tell(1);
        assertThat(told).isEmpty();
    }

    @Test
    void oneThatThrowsKeepsNeitherTheOthersNorTheCallerFromGoingOn() {
        listeners.add(_ -> {
            throw new IllegalStateException("a fault of the listener's own");
        });
        listeners.add(second);
        tell(1);
        tell(2);
        assertThat(told).containsExactly("second 1", "second 2");
    }

    @Test
    void anErrorIsNotHidden() {
        listeners.add(_ -> {
            throw new AssertionError("wrong thread");
        });
        assertThatThrownBy(() -> tell(1)).isInstanceOf(AssertionError.class);
    }

    @Test
    void oneMayRemoveItselfWhileItIsTold() {
        var once = new ArrayList<Cancellable>();
        once.add(listeners.add(value -> {
            told.add("once " + value);
            once.getFirst().cancel();
        }));
        listeners.add(second);
        tell(1);
        tell(2);
        assertThat(told).containsExactly("once 1", "second 1", "second 2");
    }
}
