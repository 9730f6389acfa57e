package org.billrunconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.settings.policy.Policy;
import org.billrunconsole.support.BuildInfo;
import org.junit.jupiter.api.Test;

class UpdatesTest {

    private static final String BUILDS = "https://product.example/version.json";
    private static final URI POLICYS = URI.create("https://intranet.example/version.json");

    private static Optional<URI> address(String ofBuild, boolean off, Optional<URI> ofPolicy) {
        return Updates.address(new BuildInfo("1.0", "local", ofBuild), new Policy(false, false, List.of(), false,
                Optional.empty(), Optional.empty(), off, ofPolicy));
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        assertThat(address("", false, Optional.empty())).isEmpty();
    }

    @Test
    void thePolicysAddressStandsBeforeTheBuilds() {
        assertThat(address(BUILDS, false, Optional.empty())).contains(URI.create(BUILDS));
        assertThat(address(BUILDS, false, Optional.of(POLICYS))).contains(POLICYS);
    }

    @Test
    void thePolicySwitchesItOff() {
        assertThat(address(BUILDS, true, Optional.of(POLICYS))).isEmpty();
    }

    @Test
    void whileThePolicyIsBrokenNobodyIsAsked() {
        assertThat(Updates.address(new BuildInfo("1.0", "local", BUILDS), Policy.STRICTEST)).isEmpty();
    }
}
