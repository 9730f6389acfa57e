package org.billrunconsole.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.ConnectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/v1", "ftp://example.com", "https://user:pw@example.com", "example.com",
            "https://example.com/v1?x=1", "https://example.com/#a", "http://10.0.0.1/v1", "http://localhost.evil.com"})
    void anAddressThatWouldLeakIsNotTaken(String address) {
        assertThat(BaseAddress.problem(address)).isPresent();
        assertThat(BaseAddress.parse(address)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectionProfile.create("A", ConnectionKind.TEST,
                URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/v1/", " https://example.com/v1", "http://localhost:8080/v1",
            "http://127.0.0.1/v1", "http://[::1]:9/v1"})
    void httpsAndThisMachineAreTaken(String address) {
        assertThat(BaseAddress.problem(address)).isEmpty();
        assertThat(BaseAddress.parse(address)).get().asString().endsWith("/v1");
    }

    @Test
    void productionStartsReadOnly() {
        var base = URI.create("https://example.com");
        assertThat(ConnectionProfile.create("P", ConnectionKind.PRODUCTION, base).readOnly()).isTrue();
        assertThat(ConnectionProfile.create("T", ConnectionKind.TEST, base).readOnly()).isFalse();
    }

    @Test
    void aProxyNeedsAHost() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProxyChoice.Manual("", 80, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProxyChoice.Manual("http://p", 80,
                Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProxyChoice.Manual("p", 0, Optional.empty()));
    }

    @Test
    void aWindowIsNeverOffScreen() {
        var screens = List.of(new WindowBounds.Screen(0, 25, 1920, 1055), new WindowBounds.Screen(1920, 0, 1280, 1024));
        assertThat(new WindowBounds(100, 100, 1440, 900, false).within(screens)).isEqualTo(new WindowBounds(100, 100,
                1440, 900, false));
        assertThat(new WindowBounds(-5000, -5000, 1440, 900, true).within(screens)).isEqualTo(new WindowBounds(0, 25,
                1440, 900, true));
        assertThat(new WindowBounds(2500, 900, 1200, 800, false).within(screens)).isEqualTo(new WindowBounds(2000, 224,
                1200, 800, false));
        assertThat(new WindowBounds(0, 0, 10, 9999, false).within(screens)).isEqualTo(new WindowBounds(0, 25, 800,
                1055, false));
    }

    @ParameterizedTest
    @CsvSource({"1920, 1200, 240, 150, 1440, 900, false", "1440, 900, 0, 0, 1440, 900, false",
            "1440, 868, 0, 0, 1440, 868, true", "1097, 617, 0, 0, 1097, 617, true", "960, 600, 0, 0, 960, 600, true",
            "960, 540, 0, 0, 960, 540, true", "700, 400, 0, 0, 700, 400, true"})
    void theFirstWindowFitsTheScreenItOpensOn(double screenWidth, double screenHeight, double x, double y, double width,
            double height, boolean fills) {
        var screen = new WindowBounds.Screen(0, 0, screenWidth, screenHeight);
        assertThat(WindowBounds.first(screen)).isEqualTo(new WindowBounds(x, y, width, height, fills));
        assertThat(WindowBounds.first(screen).within(List.of(screen))).isEqualTo(WindowBounds.first(screen));
    }

    @Test
    void theChosenFolderHoldsEverything() {
        var folders = Folders.of(Optional.of(Path.of("some/where")));
        assertThat(folders.config()).isAbsolute().endsWithRaw(Path.of("some/where"));
        assertThat(folders.data()).startsWithRaw(folders.config());
        assertThat(folders.logs()).startsWithRaw(folders.config());
        var system = Folders.of(Optional.empty());
        assertThat(List.of(system.config(), system.data(), system.logs())).allMatch(Path::isAbsolute)
                .doesNotHaveDuplicates();
    }
}
