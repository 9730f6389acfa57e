package org.billrunconsole.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.Preferences.Density;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

    private static final ConnectionProfile FULL = new ConnectionProfile(UUID.randomUUID(), "Elevate EU",
            ConnectionKind.PRODUCTION, URI.create("https://rest.elevatebilling.com/v1"), "acme", "billing.ops",
            SignInMode.PASSWORD, true, "EUR", Optional.of(Path.of("/etc/ca.pem")),
            new ProxyChoice.Manual("proxy.example", 3128, Optional.of("me")),
            new Advanced(true, true, Duration.ofSeconds(7), Duration.ofSeconds(8), Duration.ofSeconds(90)));

    @TempDir
    private Path folder;
    private SettingsStore store;

    @BeforeEach
    void open() {
        store = new SettingsStore(Folders.within(folder), new ManualTime());
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private SettingsStore again() {
        return new SettingsStore(Folders.within(folder), new ManualTime());
    }

    @Test
    void aFreshInstallIsAsUsual() {
        assertThat(store.profiles()).isEmpty();
        assertThat(store.preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(store.lastConnection()).isEmpty();
        assertThat(store.layout(FULL.id())).isEqualTo(LayoutMemory.NONE);
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void everythingComesBack() throws IOException {
        var preferences = new Preferences(ThemeChoice.DARK, Preferences.ContrastChoice.HIGH, Density.COMPACT, 125,
                Optional.of("de"),
                Optional.of("de-AT"), 5,
                new Preferences.Thresholds(20, 100, 9, 50, 250, 8), false, true, 10, false, true);
        var layout = new LayoutMemory(Optional.of(new WindowBounds(10, 20, 1200, 800, true)),
                Map.of("runsTable", new LayoutMemory.Table(List.of(new LayoutMemory.Column("name", 180, false)),
                        List.of(new LayoutMemory.Sort("status", false), new LayoutMemory.Sort("name", true)),
                        Optional.of("cycle"))),
                Map.of("statusFilter", "OPEN"), Optional.of("adhocTab"));
        var plain = ConnectionProfile.create("Plain", ConnectionKind.TEST, URI.create("http://127.0.0.1:8080/v1"));
        store.save(FULL);
        store.save(plain);
        store.save(preferences);
        store.saveLastConnection(FULL.id());
        store.save(FULL.id(), layout);
        assertThat(again().profiles()).containsExactly(FULL, plain);
        assertThat(again().preferences()).isEqualTo(preferences);
        assertThat(again().lastConnection()).contains(FULL.id());
        assertThat(again().layout(FULL.id())).isEqualTo(layout);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 31, 45, 60})
    void everyCoolingOffThatCanBeChosenComesBack(int seconds) throws IOException {
        var usual = Preferences.DEFAULT;
        var preferences = new Preferences(usual.theme(), usual.contrast(), usual.density(), usual.textPercent(),
                usual.language(),
                usual.region(), usual.tickSeconds(),
                usual.thresholds(), usual.notices(), usual.desktopNotifications(), seconds, usual.unlockNeedsReason(),
                usual.welcomed());
        store.save(preferences);
        assertThat(again().preferences()).isEqualTo(preferences);
    }

    @Test
    void aConnectionIsReplacedInItsPlaceAndRemovedWithItsLayout() throws IOException {
        var other = ConnectionProfile.create("Other", ConnectionKind.TEST, URI.create("https://test.example/v1"));
        store.save(FULL);
        store.save(other);
        store.save(FULL.withProxy(new ProxyChoice.None()));
        assertThat(store.profiles()).containsExactly(FULL.withProxy(new ProxyChoice.None()), other);
        assertThat(Files.readString(file())).doesNotContain("proxy.example");
        store.save(FULL.id(), new LayoutMemory(Optional.empty(), Map.of(), Map.of("a", "b"), Optional.empty()));
        store.remove(FULL.id());
        assertThat(store.profiles()).containsExactly(other);
        assertThat(store.layout(FULL.id())).isEqualTo(LayoutMemory.NONE);
    }

    @Test
    void unknownKeysAreKept() throws IOException {
        store.save(FULL);
        var later = Files.readString(file()).replaceFirst("\\{", "{\"fromTheFuture\":[1,2],")
                .replace("\"readOnly\"", "\"alsoNew\":{\"x\":1},\"readOnly\"")
                .replace("\"guard\"", "\"deepNew\":true,\"guard\"");
        Files.writeString(file(), later);
        store.save(FULL.withProxy(new ProxyChoice.None()));
        store.save(Preferences.DEFAULT);
        assertThat(Files.readString(file())).contains("fromTheFuture", "alsoNew", "deepNew");
    }

    @Test
    void aDamagedFileIsSetAsideWithANotice() throws IOException {
        Files.writeString(file(), "{\"connections\": [ {\"name\": ");
        assertThat(store.profiles()).isEmpty();
        assertThat(store.notices()).singleElement().isInstanceOfSatisfying(SettingsNotice.SetAside.class,
                notice -> assertThat(notice.aside()).hasContent("{\"connections\": [ {\"name\": "));
        store.save(FULL);
        assertThat(again().profiles()).containsExactly(FULL);
    }

    @Test
    void aFileThatIsThereButCannotBeReadIsNotReplaced() throws IOException {
        // A folder in the file's place can be read by nobody, whoever runs the test.
        Files.createDirectories(file());
        assertThat(store.preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(store.notices()).singleElement().isInstanceOf(SettingsNotice.Unreadable.class);
        assertThatThrownBy(() -> store.save(FULL)).isInstanceOf(IOException.class);
        assertThat(file()).isDirectory();
    }

    @Test
    void oneBrokenConnectionHidesNoOther() throws IOException {
        store.save(FULL);
        store.save(ConnectionProfile.create("Bad", ConnectionKind.TEST, URI.create("https://bad.example/v1")));
        Files.writeString(file(), Files.readString(file()).replace("https://bad.example", "http://bad.example"));
        assertThat(store.profiles()).containsExactly(FULL);
        assertThat(store.notices()).singleElement().isInstanceOfSatisfying(SettingsNotice.BrokenConnection.class,
                notice -> assertThat(notice.name()).isEqualTo("Bad"));
        store.save(FULL);
        assertThat(Files.readString(file())).contains("http://bad.example");
    }

    @Test
    void strangeValuesBecomeTheUsualOnes() throws IOException {
        Files.writeString(file(), """
                {"preferences":{"theme":"purple","tickSeconds":-4,"notices":"yes","coolingOffSeconds":7},
                 "lastConnection":"not an id"}""");
        assertThat(store.preferences().theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(store.preferences().tickSeconds()).isEqualTo(2);
        assertThat(store.preferences().coolingOffSeconds()).isEqualTo(7);
        assertThat(store.lastConnection()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5.0", "true", "null", "[5]", "{}", "99999999999999999999", "61"})
    void aPreferenceOfAnotherTypeOrOutOfBoundsIsAsUsualAndTheOthersAreRead(String written) throws IOException {
        Files.writeString(file(), """
                {"preferences":{"theme":"Dark","tickSeconds":%s,"thresholds":{"stalledMinutes":%s,
                 "suspenseRecords":7},"notices":false}}""".formatted(written, written.replace("61", "241")));
        var usual = Preferences.DEFAULT;
        assertThat(store.preferences()).isEqualTo(new Preferences(ThemeChoice.DARK, usual.contrast(), usual.density(),
                usual.textPercent(), usual.language(), usual.region(),
                usual.tickSeconds(), new Preferences.Thresholds(usual.thresholds().stalledMinutes(), 7,
                        usual.thresholds().largestInvoiceFactor(), usual.thresholds().revenuePercent(),
                        usual.thresholds().varianceAmount(), usual.thresholds().variancePercent()),
                false,
                usual.desktopNotifications(), usual.coolingOffSeconds(), usual.unlockNeedsReason(),
                usual.welcomed()));
        assertThat(store.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "kind", "baseUrl"})
    void aConnectionWithoutWhatDecidesSafetyIsNotGuessed(String key) throws IOException {
        store.save(FULL);
        Files.writeString(file(), Files.readString(file()).replaceFirst("\"" + key + "\" : \"[^\"]*\"", "\"" + key
                + "\" : 7"));
        assertThat(store.profiles()).isEmpty();
        assertThat(store.notices()).singleElement().isInstanceOfSatisfying(SettingsNotice.BrokenConnection.class,
                notice -> assertThat(notice.name()).isEqualTo(FULL.name()));
    }

    @Test
    void whatIsStrangeInALayoutIsLeftOutAndTheRestIsRead() throws IOException {
        Files.writeString(folder.resolve("layout.json"), """
                {"%s":{"window":{"x":1,"y":2,"width":"wide","height":800},
                 "tables":{"runsTable":{"columns":[{"id":"name","width":"wide"},null,{"id":"cycle","width":142},
                   {"id":"far","width":4001},7],"sort":[{"column":"name","descending":true},{}]},"other":5},
                 "filters":{"statusFilter":"OPEN","deep":{}},"lastTab":["a"]}}""".formatted(FULL.id()));
        assertThat(store.layout(FULL.id())).isEqualTo(new LayoutMemory(Optional.empty(),
                Map.of("runsTable", new LayoutMemory.Table(List.of(new LayoutMemory.Column("cycle", 142, true)),
                        List.of(new LayoutMemory.Sort("name", true)))),
                Map.of("statusFilter", "OPEN"), Optional.empty()));
    }

    @Test
    void aLayoutKeepsTheWindowAndTheTablesThatItDoesNotName() throws IOException {
        var window = new WindowBounds(10, 20, 1200, 800, true);
        var table = new LayoutMemory.Table(List.of(new LayoutMemory.Column("name", 180, false)), List.of());
        store.save(FULL.id(), new LayoutMemory(Optional.of(window), Map.of("runsTable", table), Map.of("a", "b"),
                Optional.of("adhocTab")));
        store.save(FULL.id(), new LayoutMemory(Optional.empty(), Map.of("adhocTable", table), Map.of("c", "d"),
                Optional.empty()));
        assertThat(again().layout(FULL.id())).isEqualTo(new LayoutMemory(Optional.of(window),
                Map.of("runsTable", table, "adhocTable", table), Map.of("c", "d"), Optional.empty()));
    }

    @Test
    void theFileIsWrittenAsTheVersionBeforeWroteItButForWhatItsSecretsName() throws IOException {
        store.save(FULL);
        store.save(Preferences.DEFAULT);
        assertThat(file()).hasContent("""
                {
                  "connections" : [ {
                    "id" : "%s",
                    "name" : "Elevate EU",
                    "kind" : "production",
                    "baseUrl" : "https://rest.elevatebilling.com/v1",
                    "brand" : "acme",
                    "user" : "billing.ops",
                    "signIn" : "password",
                    "readOnly" : true,
                    "adhocCurrency" : "EUR",
                    "caFile" : "%s",
                    "proxy" : {
                      "mode" : "manual",
                      "host" : "proxy.example",
                      "user" : "me",
                      "port" : 3128
                    },
                    "advanced" : {
                      "reopenPatch" : true,
                      "guard" : true,
                      "connectSeconds" : 7,
                      "readSeconds" : 8,
                      "callSeconds" : 90
                    },
                    "secretsNameServer" : true
                  } ],
                  "preferences" : {
                    "theme" : "system",
                    "density" : "comfortable",
                    "tickSeconds" : 2,
                    "thresholds" : {
                      "stalledMinutes" : 10,
                      "suspenseRecords" : 100,
                      "largestInvoiceFactor" : 2,
                      "revenuePercent" : 30,
                      "varianceAmount" : 100,
                      "variancePercent" : 15
                    },
                    "notices" : true,
                    "desktopNotifications" : true,
                    "coolingOffSeconds" : 10,
                    "unlockNeedsReason" : true,
                    "welcomed" : false
                  }
                }""".formatted(FULL.id(), FULL.caFile().orElseThrow().toString().replace("\\", "\\\\")));
    }

    @Test
    void changesAtTheSameTimeAreAllKept() throws InterruptedException {
        var writers = IntStream.range(0, 8).mapToObj(i -> Thread.ofVirtual().start(() -> {
            try {
                store.save(ConnectionProfile.create("C" + i, ConnectionKind.TEST, URI.create("https://t.example")));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        })).toList();
        for (var writer : writers) {
            writer.join();
        }
        assertThat(store.profiles()).hasSize(8);
    }

    @Test
    void nothingIsLeftOfWritingButTheFiles() throws IOException {
        store.save(FULL);
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder("settings.json",
                    "settings.json.lock");
        }
    }
}
