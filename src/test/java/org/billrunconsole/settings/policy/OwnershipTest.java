package org.billrunconsole.settings.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class OwnershipTest {

    @TempDir
    private Path folder;

    @Test
    void whatTheSystemCameWithIsTheAdministrators() throws IOException {
        assertThat(Ownership.ofSystem().isAdministrators(Path.of("/etc/passwd"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--,true", "rw-rw-r--,false", "rw-r--rw-,false"})
    void whatOthersMayWriteIsNot(String rights, boolean expected) throws IOException {
        var file = Files.createFile(folder.resolve("policy.json"));
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid")), "needs the right to be root");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        assertThat(Ownership.ofSystem().isAdministrators(file)).isEqualTo(expected);
    }

    @Test
    void whatSomebodyElseWroteIsNot() throws IOException {
        var file = Files.createFile(folder.resolve("policy.json"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        if (Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"))) {
            Files.setAttribute(file, "unix:uid", 65_534);
        }
        assertThat(Ownership.ofSystem().isAdministrators(file)).isFalse();
    }
}
