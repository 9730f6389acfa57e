package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.HttpExchangeRecord;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** That the net under the sandbox's answers catches something, and that no test works without it. */
class SandboxesTest {

    private final Sandboxes sandboxes = new Sandboxes();
    private final SandboxOptions watched = sandboxes.watching(SandboxOptions.defaults());

    @Test
    void anAnswerLikeTheContractsSamplePasses() {
        answer(200, Samples.BILL_RUN, false);
        answer(200, Samples.BILL_RUN.replace("\"paused\"", "\"summaryStatusPercentage\":7,\"paused\""), false);
        assertThat(sandboxes.problems()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksTheContractFailsTheTest() {
        answer(200, Samples.BILL_RUN.replace("OPEN", "AJAR"), false);
        answer(200, Samples.BILL_RUN.replace("\"name\":\"string\",", ""), false);
        answer(200, Samples.BILL_RUN.replace("\"paused\"", "\"stopped\":true,\"paused\""), false);
        assertThat(sandboxes.problems()).hasSize(3);
        assertThatThrownBy(() -> sandboxes.afterEach(noContext())).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatAFaultSpoiltNeedNotFollowTheContract() {
        answer(200, "<html>", true);
        assertThat(sandboxes.problems()).isEmpty();
    }

    @Test
    void noTestStartsASandboxWithoutTheNet() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("..sandbox")
                .or()
                .haveSimpleNameEndingWith("Test")
                .should()
                .callMethod(Sandbox.class, "start", SandboxOptions.class)
                .check(new ClassFileImporter()
                        .withImportOption(location -> location.contains("test-classes")
                                && !location.contains("testkit/Sandboxes.")
                                // What is measured is not to be watched meanwhile.
                                && !location.contains("org/billrunconsole/bench/"))
                        .importPackages("org.billrunconsole"));
    }

    private void answer(int status, String body, boolean byFault) {
        watched.observer()
                .answered(new HttpExchangeRecord(Optional.of(Operation.GET_BILL_RUN), "GET", "/bill-runs/1", Map.of(),
                        Map.of("authorization", List.of("Bearer x")), "", status, "application/json", body, byFault));
    }

    @SuppressWarnings("NullAway")
    private static ExtensionContext noContext() {
        return null;
    }
}
