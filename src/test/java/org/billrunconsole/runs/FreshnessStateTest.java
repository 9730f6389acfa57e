package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FreshnessStateTest {

    private final FreshnessState state = new FreshnessState();
    private final List<Freshness> told = Collections.synchronizedList(new ArrayList<>());

    private static Freshness live(long second) {
        return new Freshness.Live(Instant.ofEpochSecond(second));
    }

    @RepeatedTest(20)
    void listenersAreToldOfEachStateOnceInTheOrderInWhichTheyCameAbout() throws Exception {
        state.addListener(told::add);
        var order = new ArrayList<Freshness>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(LongStream.range(0, 200).mapToObj(second -> Executors.callable(() -> {
                synchronized (order) {
                    order.add(live(second));
                    state.become(live(second));
                }
                state.tell();
            })).toList());
        }
        assertThat(told).containsExactlyElementsOf(order);
        assertThat(state.get()).isEqualTo(order.getLast());
    }

    @Test
    void aListenerThatChangesTheStateIsToldOfItAfterwards() {
        var meanwhile = new ArrayList<List<Freshness>>();
        state.addListener(now -> {
            told.add(now);
            if (now.equals(live(1))) {
                state.become(live(2));
                state.tell();
                meanwhile.add(List.copyOf(told));
            }
        });
        state.become(live(1));
        state.tell();
        assertThat(meanwhile).containsExactly(List.of(live(1)));
        assertThat(told).containsExactly(live(1), live(2));
    }

    @Test
    void aListenerThatFailsKeepsNobodyElseFromBeingTold() {
        state.addListener(_ -> {
            throw new IllegalStateException("a fault of the listener's own");
        });
        state.addListener(told::add);
        state.become(live(1));
        state.tell();
        state.become(live(2));
        state.tell();
        assertThat(told).containsExactly(live(1), live(2));
    }

    @Test
    void whoAsksSeesTheNewestStateWhateverListenersWereTold() {
        var contextProvider = new ActionContextProvider(false, false);
        contextProvider.readFreshnessFrom(state::get);
        var key = RunKey.regular(1);
        state.become(live(1));
        assertThat(contextProvider.of(key).stale()).isFalse();
        state.become(new Freshness.Paused(Optional.empty()));
        assertThat(contextProvider.of(key).stale()).isTrue();
    }
}
