package org.billrunconsole.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchesTest {

    private final CountDownLatch disk = new CountDownLatch(1);
    private final List<List<Integer>> written = new CopyOnWriteArrayList<>();

    private void write(List<Integer> batch) {
        try {
            disk.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        written.add(batch);
    }

    @Test
    void whatGathersWhileTheDiskIsBusyIsOneBatchInOrderAndNobodyWaits() {
        var batches = new Batches<Integer>("test", this::write);
        IntStream.range(0, 300).forEach(batches::add);
        disk.countDown();
        batches.close();
        assertThat(written).hasSizeLessThanOrEqualTo(2);
        assertThat(written.stream().flatMap(List::stream)).containsExactlyElementsOf(
                IntStream.range(0, 300).boxed().toList());
    }

    @Test
    void aBatchThatFailsDoesNotHoldUpTheNext() {
        disk.countDown();
        var batches = new Batches<Integer>("test", batch -> {
            if (batch.contains(1)) {
                throw new IllegalStateException("disk full");
            }
            write(batch);
        });
        batches.add(1);
        batches.close();
        batches.add(2);
        await().until(() -> written.equals(List.of(List.of(2))));
    }
}
