package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxCommandTest {

    @Test
    void withoutArgumentsItServesTheBelievableSet() {
        assertThat(parse()).isInstanceOfSatisfying(SandboxCommand.Serve.class, serve -> {
            assertThat(serve.options().port()).isZero();
            assertThat(serve.options().runs()).isZero();
            assertThat(serve.options().speed()).isEqualTo(1.0);
            assertThat(serve.options().percentages()).isEqualTo(Percentages.BOTH);
            assertThat(serve.options().tokenLifetime()).isEqualTo(Duration.ofMinutes(15));
            assertThat(serve.options().honourTestOperations()).isTrue();
        });
    }

    @Test
    void everyOptionIsHeard() {
        assertThat(parse("--port", "8080", "--runs", "100000", "--in-progress", "1000", "--speed", "2.5",
                "--percentages", "adhoc-only", "--seed", "-4", "--customers", "50000", "--token-minutes", "2",
                "--ignore-test-operations"))
                .isInstanceOfSatisfying(SandboxCommand.Serve.class, serve -> {
                    assertThat(serve.options().port()).isEqualTo(8080);
                    assertThat(serve.options().runs()).isEqualTo(100_000);
                    assertThat(serve.options().inProgress()).isEqualTo(1000);
                    assertThat(serve.options().speed()).isEqualTo(2.5);
                    assertThat(serve.options().percentages()).isEqualTo(Percentages.ADHOC_ONLY);
                    assertThat(serve.options().seed()).isEqualTo(-4);
                    assertThat(serve.options().customers()).isEqualTo(50_000);
                    assertThat(serve.options().tokenLifetime()).isEqualTo(Duration.ofMinutes(2));
                    assertThat(serve.options().honourTestOperations()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({"--port,70000", "--port,-1", "--port,x", "--runs,-1", "--runs,1000001", "--customers,-1", "--speed,0",
            "--speed,NaN",
            "--speed,fast", "--percentages,some", "--seed,x", "--token-minutes,0", "--bogus,1", "extra,words"})
    void badUseIsOneLine(String option, String value) {
        assertThat(parse(option, value)).isInstanceOfSatisfying(SandboxCommand.BadUse.class,
                bad -> assertThat(bad.line()).isNotBlank().doesNotContain("\n"));
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(parse("--help")).isInstanceOfSatisfying(SandboxCommand.Print.class,
                print -> assertThat(print.text()).contains("--port", "--runs", "--in-progress", "--month-end",
                        "--customers",
                        "--speed",
                        "--percentages", "--seed", "--token-minutes", "--ignore-test-operations"));
    }

    private static SandboxCommand parse(String... args) {
        return SandboxCommand.parse(List.of(args));
    }
}
