package org.billrunconsole.settings.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what administrators read about the policy file against the program. */
class PolicyGuideTest {

    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static String guide() throws IOException {
        return Files.readString(Path.of("packaging", "DEPLOYMENT.md"));
    }

    @Test
    void itsExampleIsAPolicy() throws IOException {
        var example = JSON.matcher(guide()).results().findFirst().orElseThrow().group(1);
        var file = Files.writeString(folder.resolve("policy.json"), example);
        assertThat(PolicyPlace.at(file, _ -> true).read()).isInstanceOfSatisfying(MachinePolicy.InForce.class,
                found -> assertThat(found.policy().connections()).hasSize(2).allMatch(ManagedConnection::locked));
    }

    @Test
    void itNamesEveryKey() throws IOException {
        var guide = guide();
        assertThat(Stream.of(PolicyFile.class, PolicyFile.Connection.class, PolicyFile.ProxyServer.class,
                PolicyFile.Limits.class).flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)).isNotEmpty().allMatch(key -> guide.contains("`" + key + "`"));
    }

    @Test
    void itNamesThePlaceOnEverySystem() throws IOException {
        assertThat(guide()).contains("`" + PolicyPlace.ofSystem("Linux", () -> folder) + "`",
                "`" + PolicyPlace.ofSystem("Mac OS X", () -> folder) + "`",
                "`%ProgramData%\\bill-run-console\\policy.json`");
    }
}
