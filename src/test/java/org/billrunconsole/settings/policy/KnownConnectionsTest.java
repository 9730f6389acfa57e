package org.billrunconsole.settings.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownConnectionsTest {

    private static final ConnectionProfile LOCKED = profile("Production", "https://rest.elevatebilling.com/v1")
            .withSignIn(SignInMode.PASSWORD, "acme", "");
    private static final ConnectionProfile OFFERED = profile("Staging", "https://staging.example.com/v1");
    private static final ConnectionProfile OWN = profile("Mine", "https://mine.example.com/v1");

    @TempDir
    private Path folder;
    private SettingsStore settings;

    private static ConnectionProfile profile(String name, String base) {
        return ConnectionProfile.create(name, ConnectionKind.TEST, URI.create(base));
    }

    private static Policy policy(boolean only, Optional<ProxyChoice> proxy, Optional<Path> caFile) {
        return new Policy(false, false, List.of(new ManagedConnection(LOCKED, true),
                new ManagedConnection(OFFERED, only)), only, proxy, caFile, false, Optional.empty());
    }

    private KnownConnections known() {
        return known(policy(false, Optional.empty(), Optional.empty()));
    }

    private KnownConnections known(Policy policy) {
        return new KnownConnections(settings, policy);
    }

    @BeforeEach
    void open() {
        settings = new SettingsStore(Folders.within(folder), new ManualTime());
    }

    @Test
    void thePolicysComeBeforeOnesOwn() throws IOException {
        settings.save(OWN);
        assertThat(known().all()).containsExactly(LOCKED, OFFERED, OWN);
    }

    @Test
    void withoutAPolicyThereAreOnesOwn() throws IOException {
        settings.save(OWN);
        assertThat(known(Policy.NONE).all()).containsExactly(OWN);
    }

    @Test
    void whatOneMakesOfALockedConnectionIsNotFollowed() throws IOException {
        settings.save(LOCKED.withSignIn(SignInMode.TOKEN, "other", "me").withProxy(new ProxyChoice.None()));
        assertThat(known().all()).containsExactly(LOCKED, OFFERED);
    }

    @Test
    void aLockedServerIsNotReachedUnderAnotherName() throws IOException {
        var around = profile("Harmless", "https://REST.elevatebilling.com:443/v1/");
        settings.save(around);
        assertThat(known().all()).containsExactly(LOCKED, OFFERED);
        assertThat(known().isReserved(around.id(), around.base())).isTrue();
        assertThat(known().isReserved(LOCKED.id(), LOCKED.base())).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> known().save(around));
        assertThat(known().admitted(around)).contains(LOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rest.elevatebilling.com/v1", "https://Rest.ElevateBilling.com.:443/v1/",
            "https://rest.elevatebilling.com//v1", "https://rest.elevatebilling.com/%76%31",
            "https://rest.elevatebilling.com"})
    void noWayOfWritingAnAddressLeadsAroundALock(String address) {
        var around = profile("Harmless", address);
        assertThat(known().admitted(around)).contains(LOCKED);
        assertThatIllegalArgumentException().isThrownBy(() -> known().save(around));
    }

    @Test
    void anOfferedConnectionCanBeChangedAndRemovedForGood() throws IOException {
        var changed = OFFERED.withSignIn(SignInMode.PASSWORD, "acme", "me");
        known().save(changed);
        assertThat(known().all()).containsExactly(LOCKED, changed);
        known().remove(OFFERED.id());
        assertThat(known().all()).containsExactly(LOCKED);
    }

    @Test
    void anOfferedConnectionThatIsLedToALockedServerIsNotShown() throws IOException {
        settings.save(new ConnectionProfile(OFFERED.id(), "Staging", ConnectionKind.TEST, LOCKED.base(), "", "",
                SignInMode.TOKEN, false, "", Optional.empty(), new ProxyChoice.SystemWide(), OFFERED.advanced()));
        assertThat(known().all()).containsExactly(LOCKED);
    }

    @Test
    void aLockedConnectionStays() {
        assertThatIllegalArgumentException().isThrownBy(() -> known().remove(LOCKED.id()));
        assertThat(known().isLocked(LOCKED.id())).isTrue();
        assertThat(known().isLocked(OFFERED.id())).isFalse();
    }

    @Test
    void eachPersonSignsInToALockedConnectionAsThemselves() throws IOException {
        assertThat(known().takesOwnUser(LOCKED.id())).isTrue();
        known().save(LOCKED.withUser("billing.ops").withProxy(new ProxyChoice.None()));
        assertThat(known().all().getFirst()).isEqualTo(LOCKED.withUser("billing.ops"));
    }

    @Test
    void whereThereAreNoOthersNoneIsShownNorTaken() throws IOException {
        settings.save(OWN);
        var only = known(policy(true, Optional.empty(), Optional.empty()));
        assertThat(only.all()).containsExactly(LOCKED, OFFERED);
        assertThat(only.mayAdd()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> only.save(OWN));
        assertThat(only.admitted(OWN)).isEmpty();
    }

    @Test
    void whileAPolicyIsBrokenThereAreNone() throws IOException {
        settings.save(OWN);
        assertThat(known(Policy.STRICTEST).all()).isEmpty();
        assertThat(known(Policy.STRICTEST).admitted(OWN)).isEmpty();
    }

    @Test
    void proxyAndCertificatesOfThePolicyHoldForOnesOwn() throws IOException {
        var file = folder.resolve("all.pem").toAbsolutePath();
        var set = new ProxyChoice.Manual("proxy.example", 3128, Optional.empty());
        settings.save(OWN.withProxy(new ProxyChoice.Manual("other", 1, Optional.of("me"))));
        var known = known(policy(false, Optional.of(set), Optional.of(file)));
        var own = known.all().getLast();
        assertThat(own.caFile()).contains(file);
        assertThat(own.proxy()).isEqualTo(new ProxyChoice.Manual("proxy.example", 3128, Optional.of("me")));
        assertThat(known.admitted(OWN).orElseThrow().proxy()).isEqualTo(set);
    }
}
