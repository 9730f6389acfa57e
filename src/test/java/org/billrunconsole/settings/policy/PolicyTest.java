package org.billrunconsole.settings.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.PolicyFault.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

    private static final String CONNECTION = """
            {"name": "Elevate EU", "kind": "production", "baseUrl": "https://rest.elevatebilling.com/v1"}""";

    @TempDir
    private Path folder;

    private MachinePolicy read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private MachinePolicy read(byte[] text) throws IOException {
        return PolicyPlace.at(Files.write(file(), text), _ -> true).read();
    }

    private Path file() {
        return folder.resolve("policy.json");
    }

    private PolicyFault fault(String text) throws IOException {
        return ((MachinePolicy.Broken) read(text)).fault();
    }

    @Test
    void withoutAFileThereAreNoRules() {
        var found = PolicyPlace.at(file(), _ -> true).read();
        assertThat(found).isEqualTo(new MachinePolicy.Absent());
        assertThat(found.policy()).isEqualTo(Policy.NONE);
    }

    @Test
    void anEmptyObjectLaysDownNothing() throws IOException {
        assertThat(read("{}")).isEqualTo(new MachinePolicy.InForce(file(), Policy.NONE));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        var policy = read("""
                {
                  "readOnly": true,
                  "sandboxOff": true,
                  "onlyTheseConnections": true,
                  "connections": [{
                    "name": "Elevate EU", "kind": "test", "baseUrl": "https://rest.elevatebilling.com/v1/",
                    "brand": "acme", "user": "billing.ops", "signIn": "password", "readOnly": true,
                    "adhocCurrency": "EUR", "caFile": "%1$s", "proxy": {"mode": "none"},
                    "advanced": {"reopenPatch": true, "guard": true, "connectSeconds": 7, "readSeconds": 8,
                                 "callSeconds": 90},
                    "locked": true
                  }],
                  "proxy": {"mode": "manual", "host": "proxy.example", "port": 3128, "user": "me"},
                  "caFile": "%2$s",
                  "updateCheckOff": true,
                  "updateAddress": "https://intranet.example/bill-run-console.json"
                }
                """.formatted(json("own.pem"), json("all.pem"))).policy();
        var connection = policy.connections().getFirst();
        var profile = connection.profile();
        assertThat(connection.locked()).isTrue();
        assertThat(profile.name()).isEqualTo("Elevate EU");
        assertThat(profile.kind()).isEqualTo(ConnectionKind.TEST);
        assertThat(profile.base()).isEqualTo(URI.create("https://rest.elevatebilling.com/v1"));
        assertThat(profile.brand()).isEqualTo("acme");
        assertThat(profile.user()).isEqualTo("billing.ops");
        assertThat(profile.signIn()).isEqualTo(SignInMode.PASSWORD);
        assertThat(profile.readOnly()).isTrue();
        assertThat(profile.currencyLabel()).isEqualTo("EUR");
        assertThat(profile.caFile()).contains(folder.resolve("own.pem").toAbsolutePath());
        assertThat(profile.proxy()).isEqualTo(new ProxyChoice.None());
        assertThat(profile.advanced().callTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(policy).usingRecursiveComparison()
                .ignoringFields("connections")
                .isEqualTo(new Policy(true, true, List.of(), true,
                        Optional.of(new ProxyChoice.Manual("proxy.example", 3128, Optional.of("me"))),
                        Optional.of(folder.resolve("all.pem").toAbsolutePath()), true,
                        Optional.of(URI.create("https://intranet.example/bill-run-console.json"))));
    }

    @Test
    void aConnectionIsOnTheSafeSideWhereNothingElseIsSaid() throws IOException {
        var profile = read("{\"connections\": [" + CONNECTION + "]}").policy().connections().getFirst().profile();
        assertThat(profile.readOnly()).isTrue();
        assertThat(profile.signIn()).isEqualTo(SignInMode.TOKEN);
    }

    @Test
    void proxyAndCertificatesHoldForConnectionsWithoutTheirOwn() throws IOException {
        var profile = read("""
                {"connections": [%s], "caFile": "%s", "proxy": {"mode": "manual", "host": "p", "port": 1}}
                """.formatted(CONNECTION, json("all.pem"))).policy().connections().getFirst().profile();
        assertThat(profile.caFile()).contains(folder.resolve("all.pem").toAbsolutePath());
        assertThat(profile.proxy()).isEqualTo(new ProxyChoice.Manual("p", 1, Optional.empty()));
    }

    @Test
    void whereThereAreNoOthersAllAreLocked() throws IOException {
        assertThat(read("{\"connections\": [" + CONNECTION + "]}").policy().connections().getFirst().locked())
                .isFalse();
        assertThat(read("{\"onlyTheseConnections\": true, \"connections\": [" + CONNECTION + "]}").policy()
                .connections()
                .getFirst()
                .locked()).isTrue();
    }

    @Test
    void aPasswordKeptForOneServerIsNotFoundForAnother() throws IOException {
        assertThat(id(CONNECTION)).isEqualTo(id(CONNECTION.replace("\"production\"", "\"test\"")))
                .isEqualTo(id(CONNECTION.replace("/v1", "/v1/")))
                .isNotEqualTo(id(CONNECTION.replace("rest.", "other.")))
                .isNotEqualTo(id(CONNECTION.replace("Elevate EU", "Elevate")))
                .isNotEqualTo(ConnectionProfile.SANDBOX_ID);
    }

    private Object id(String connection) throws IOException {
        return read("{\"connections\": [" + connection + "]}").policy().connections().getFirst().profile().id();
    }

    @Test
    void whatWindowsEditorsWriteIsRead() throws IOException {
        assertThat(read("\uFEFF{\"readOnly\": true}").policy().readOnly()).isTrue();
        assertThat(read("\uFEFF{\"readOnly\": true}".getBytes(StandardCharsets.UTF_16LE)).policy().readOnly()).isTrue();
    }

    static Stream<Arguments> faults() {
        return Stream.of(arguments("{\n \"readonly\": true}", 2, "readonly", Expected.KNOWN_KEY),
                arguments("{\n \"readOnly\": \"true\"}", 2, "readOnly", Expected.TRUE_OR_FALSE),
                arguments("{\n \"readOnly\": 1}", 2, "readOnly", Expected.TRUE_OR_FALSE),
                arguments("{\n \"readOnly\": null}", 2, "readOnly", Expected.VALUE),
                arguments("{\"caFile\":\n 7}", 2, "caFile", Expected.TEXT),
                arguments("{\"caFile\":\n \"ca.pem\"}", 2, "caFile", Expected.ABSOLUTE_PATH),
                arguments("{\"connections\":\n {}}", 2, "connections", Expected.LIST),
                arguments("{\"connections\":\n [\n7]}", 3, "connections[0]", Expected.OBJECT),
                arguments("{\"connections\":\n [null]}", 2, "connections[0]", Expected.VALUE),
                arguments("{\n\"connections\": [], \n\"sandboxOff\": true}", 2, "connections",
                        Expected.A_LOCKED_CONNECTION),
                arguments("{\n\"sandboxOff\": true}", 1, "connections", Expected.A_LOCKED_CONNECTION),
                arguments("{\n\"connections\": [" + CONNECTION + "],\n\"sandboxOff\": true}", 2, "connections",
                        Expected.A_LOCKED_CONNECTION),
                connection("{\n\"name\": \" \"}", "name", Expected.NAME),
                connection("{\n\"name\": \"" + "x".repeat(61) + "\"}", "name", Expected.NAME),
                connection("{\"name\": \"a\",\n\"kind\": \"prod\"}", "kind", Expected.KIND),
                connection("{\"name\": \"a\", \"kind\": \"test\",\n\"baseUrl\": \"http://example.com/v1\"}", "baseUrl",
                        Expected.ADDRESS),
                connection(CONNECTION.replace("}", ",\n\"user\": \"" + "x".repeat(101) + "\"}"), "user",
                        Expected.SHORT_TEXT),
                connection(CONNECTION.replace("}", ",\n\"signIn\": \"sso\"}"), "signIn", Expected.SIGN_IN),
                connection(CONNECTION.replace("}", ",\n\"caFile\": \"x/y\"}"), "caFile", Expected.ABSOLUTE_PATH),
                connection(CONNECTION.replace("}", ",\n\"proxy\": \"none\"}"), "proxy", Expected.OBJECT),
                connection(CONNECTION.replace("}", ",\n\"proxy\": {\"mode\": \"auto\"}}"), "proxy.mode",
                        Expected.PROXY_MODE),
                connection(CONNECTION.replace("}", ",\n\"proxy\": {\"mode\": \"manual\", \"host\": \"http://p/\"}}"),
                        "proxy.host", Expected.PROXY_HOST),
                connection(CONNECTION.replace("}",
                        ",\n\"proxy\": {\"mode\": \"manual\", \"host\": \"p\", \"port\": 70000}}"), "proxy.port",
                        Expected.PROXY_PORT),
                connection(CONNECTION.replace("}", ",\n\"advanced\": {\"callSeconds\": 0}}"), "advanced.callSeconds",
                        Expected.SECONDS),
                connection(CONNECTION.replace("}", ",\n\"advanced\": {\"callSeconds\": 1.5}}"),
                        "advanced.callSeconds", Expected.WHOLE_NUMBER),
                arguments("{\"connections\": [" + CONNECTION + ",\n" + CONNECTION.replace("EU", "eu") + "]}", 2,
                        "connections[1].name", Expected.OTHER_NAME),
                arguments("{\n\"updateAddress\": \"http://example.com/x\"}", 2, "updateAddress", Expected.ADDRESS));
    }

    private static Arguments connection(String text, String key, Expected expected) {
        return arguments("{\"connections\": [" + text + "]}", 2, "connections[0]." + key, expected);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongIsSaidWithItsPlace(String text, int line, String key, Expected expected) throws IOException {
        assertThat(fault(text)).isEqualTo(new PolicyFault(file(), Optional.of(line), key, expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\\n\"readOnly\": true,|2",
            "{\"readOnly\": true} x|1", "[]|1", "{\"readOnly\": true,\\n \"readOnly\": false}|2", "<xml/>|1",
            "{\"connections\": [\\n{\"name\": \"a\\n|2"})
    void whatIsNoSuchObjectIsBroken(String text, int line) throws IOException {
        var fault = fault(text.replace("\\n", "\n"));
        assertThat(fault.line()).as(fault.toString()).contains(line);
    }

    @Test
    void anEmptyFileIsBroken() throws IOException {
        assertThat(fault("").expected()).isEqualTo(Expected.JSON);
        assertThat(fault("null").expected()).isEqualTo(Expected.VALUE);
    }

    @Test
    void whileAFileIsBrokenNothingIsAllowed() throws IOException {
        assertThat(read("{").policy()).isEqualTo(Policy.STRICTEST);
        assertThat(Policy.STRICTEST.readOnly()).isTrue();
        assertThat(Policy.STRICTEST.onlyTheseConnections()).isTrue();
        assertThat(Policy.STRICTEST.connections()).isEmpty();
    }

    @Test
    void aFolderInItsPlaceIsBroken() throws IOException {
        Files.createDirectory(file());
        assertThat(PolicyPlace.at(file(), _ -> true).read()).isEqualTo(new MachinePolicy.Broken(
                new PolicyFault(file(), Optional.empty(), "", Expected.READABLE_FILE)));
    }

    @Test
    void aLinkThatLeadsNowhereIsBroken() throws IOException {
        Files.createSymbolicLink(file(), folder.resolve("gone.json"));
        assertThat(PolicyPlace.at(file(), _ -> true).read()).isInstanceOf(MachinePolicy.Broken.class);
    }

    @Test
    void aFileThatOthersMayHaveWrittenIsBroken() throws IOException {
        Files.writeString(file(), "{}");
        assertThat(PolicyPlace.at(file(), _ -> false).read()).isEqualTo(new MachinePolicy.Broken(
                new PolicyFault(file(), Optional.empty(), "", Expected.ADMINISTRATORS_FILE)));
    }

    @Test
    void aFileWhoseOwnerCannotBeFoundOutIsBroken() throws IOException {
        Files.writeString(file(), "{}");
        assertThat(PolicyPlace.at(file(), _ -> {
            throw new IOException("not told");
        }).read()).isInstanceOf(MachinePolicy.Broken.class);
    }

    @ParameterizedTest
    @CsvSource({"Linux,/etc/bill-run-console/policy.json",
            "Mac OS X,/Library/Application Support/bill-run-console/policy.json",
            "Windows 11,/known/bill-run-console/policy.json"})
    void itsPlaceIsTheSystems(String system, String expected) {
        assertThat(PolicyPlace.ofSystem(system, () -> Path.of("/known"))).isEqualTo(Path.of(expected));
    }

    private String json(String name) {
        return folder.resolve(name).toAbsolutePath().toString().replace("\\", "\\\\");
    }
}
