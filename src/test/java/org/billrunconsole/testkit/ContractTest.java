package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.testkit.Contract.Asked;
import org.junit.jupiter.api.Test;

/** The check of the checker: what is not as the contract has it is found. */
class ContractTest {

    private static final Map<String, List<String>> TOKEN = Map.of("Authorization", List.of("Bearer x"));
    private static final Map<String, List<String>> PAGE = Map.of("page", List.of("1"), "pageSize", List.of("1000"));

    private final Contract contract = Contract.get();

    @Test
    void acceptsWhatTheContractShows() {
        assertThat(contract.problems(list(PAGE, TOKEN))).isEmpty();
        assertThat(contract.problems(patch("application/json-patch+json", "[{\"op\":\"replace\",\"path\":\"/a\"}]")))
                .isEmpty();
        assertThat(contract.problems(list(PAGE, TOKEN), 200, "application/json", "[" + Samples.BILL_RUN + "]"))
                .isEmpty();
    }

    @Test
    void findsWhatIsMissingInARequest() {
        assertThat(contract.problems(list(Map.of("page", List.of("1")), TOKEN))).isNotEmpty();
        assertThat(contract.problems(list(PAGE, Map.of()))).isNotEmpty();
        assertThat(contract.problems(list(Map.of("page", List.of("1"), "pageSize", List.of("1001")), TOKEN)))
                .isNotEmpty();
        assertThat(contract.problems(new Asked("DELETE", "/bill-runs/1", Map.of(), TOKEN, Optional.empty())))
                .isNotEmpty();
    }

    @Test
    void findsWhatIsWrongInAPatch() {
        assertThat(contract.problems(patch("application/json", "[{\"op\":\"replace\",\"path\":\"/a\"}]"))).isNotEmpty();
        assertThat(contract.problems(patch("application/json-patch+json", "{\"op\":\"replace\"}"))).isNotEmpty();
        assertThat(contract.problems(patch("application/json-patch+json", "[{\"op\":\"reopen\",\"path\":\"/a\"}]")))
                .isNotEmpty();
    }

    @Test
    void findsWhatIsWrongInAnAnswerButForgivesMembersThatWereNotAskedFor() {
        assertThat(contract.problems(list(PAGE, TOKEN), 200, "application/json", "[{\"id\":1}]")).isNotEmpty();
        var some = Map.of("page", List.of("1"), "pageSize", List.of("9"), "fields", List.of("id"));
        assertThat(contract.problems(list(some, TOKEN), 200, "application/json", "[{\"id\":1}]")).isEmpty();
        assertThat(contract.problems(list(some, TOKEN), 200, "application/json", "[{\"id\":\"one\"}]")).isNotEmpty();
    }

    private static Asked list(Map<String, List<String>> query, Map<String, List<String>> headers) {
        return new Asked("GET", "/bill-runs", query, headers, Optional.empty());
    }

    private static Asked patch(String type, String body) {
        return new Asked("PATCH", "/bill-runs/1", Map.of(),
                Map.of("Authorization", List.of("Bearer x"), "Content-Type", List.of(type)), Optional.of(body));
    }
}
