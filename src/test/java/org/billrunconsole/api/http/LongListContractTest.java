package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.testkit.ApiServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of which every answer is within bounds, and all of them together fill the memory. */
class LongListContractTest {

    private static final int IDS_A_RUN = 900_000;

    @ParameterizedTest
    @ValueSource(strings = {"adhocProductInventoryIds", "rentalProductInventoryIds"})
    void productsOfAllPagesTogetherAreBoundedWithASentence(String member) {
        var ids = "1,".repeat(IDS_A_RUN - 1) + "1";
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            server.answer(request -> ApiServer.json("[{\"id\":" + request.getUrl().queryParameter("page") + ",\""
                    + member + "\":[" + ids + "]}]"));
            var query = AdhocBillRunQuery.all().withPageSize(1).withoutReadingAhead();
            try (var pages = client.api().adhocBillRuns(query)) {
                assertThat(pages.next().rows()).extracting(AdhocBillRun::id).containsExactly(1L);
                assertThat(pages.next().rows()).extracting(AdhocBillRun::id).containsExactly(2L);
                assertThatThrownBy(pages::next).isInstanceOfSatisfying(FailureException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.ListTooLong.class));
                assertThat(pages.hasNext()).isFalse();
            }
            assertThat(server.lines()).hasSize(3);
        }
    }
}
