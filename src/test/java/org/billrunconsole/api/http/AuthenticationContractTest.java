package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.api.http.wire.ApiJson;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationContractTest {

    private final ApiServer server = new ApiServer();
    private final Authentication authentication = HttpApi.authentication(TestClient.options(server.base()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForATokenAsTheContractHasIt() {
        server.answer(ApiServer.json("{\"token\":\"" + Secrets.TOKEN + "\",\"username\":\"api\"}"));
        assertThat(signIn(Secrets.PASSWORD)).isEqualTo(Secrets.TOKEN);
        var seen = server.seen().getFirst();
        assertThat(seen.line()).isEqualTo("POST /authenticate");
        assertThat(seen.body()).isEqualTo("{\"brand\":\"elevate\",\"username\":\"api\",\"password\":\""
                + Secrets.PASSWORD + "\"}");
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void anyPasswordArrivesAsItIs() throws IOException {
        server.answer(ApiServer.json("{\"token\":\"" + Secrets.TOKEN + "\"}"));
        var password = Secrets.MARK + "\"\\\t\u00fc\ud83d\udd11";
        signIn(password);
        assertThat(ApiJson.MAPPER.readTree(server.seen().getFirst().body()).path("password").textValue())
                .isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":null}", "{\"token\":\"\"}", "{\"token\":7}", "[]", "\"token\""})
    void anAnswerWithoutATokenIsMalformed(String answer) {
        server.answer(ApiServer.json(answer));
        assertThat(failure()).isInstanceOf(Failure.MalformedAnswer.class);
    }

    @Test
    void aWrongPasswordIsNotTriedAgain() {
        server.answer(ApiServer.problem(401, "Wrong password " + Secrets.PASSWORD + " for api"));
        assertThat(failure()).isInstanceOf(Failure.Unauthorised.class);
        assertThat(server.writes()).isEqualTo(1);
    }

    @Test
    void aPasswordThatTheServerRepeatsIsNotPassedOn() {
        server.answer(ApiServer.problem(400, "Wrong password " + Secrets.PASSWORD + " for api"));
        assertThat(failure()).isInstanceOfSatisfying(Failure.Rejected.class,
                rejected -> assertThat(rejected.words().message()).contains("Wrong password *** for api"));
    }

    private Failure failure() {
        var caught = new Failure[1];
        assertThatThrownBy(() -> signIn(Secrets.PASSWORD)).isInstanceOfSatisfying(FailureException.class,
                e -> caught[0] = e.failure());
        return caught[0];
    }

    private String signIn(String password) {
        return authentication.authenticate("elevate", "api", password.toCharArray());
    }
}
