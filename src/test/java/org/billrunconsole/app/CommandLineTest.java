package org.billrunconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static CommandLine parse(String... args) {
        return CommandLine.parse(List.of(args), "1");
    }

    // The reports are scanned for what these look like.
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"https://kim:%s@host.example/v1", "http://kim:%s@host.example", "https://kim:%s x@host",
            "https://host.example/v1?token=%s", "https://host.example/v1#%s", "ftp://kim:%s@host", "//kim:%s@host",
            "https://kim:%s@host:0/v1", "https://kim:%s@", "kim:%s@host.example", "https://host:0/v1?%s"})
    void anAddressWithMoreThanAPathIsBadUseInOneLineWithoutThePassword(String address) {
        assertThat(parse("--url", address.formatted(Secrets.MARK))).isInstanceOfSatisfying(CommandLine.BadUse.class,
                bad -> assertThat(bad.line()).startsWith("--url takes ").doesNotContain(Secrets.MARK, "\n", "kim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host:0/v1", "http://127.0.0.1:0", "https://host:65536", "http://host.example/v1",
            "https://", "https:///v1", "host", "", " ", "https://ho st", "file:///etc/passwd", "https://a_b/v1"})
    void whatIsNoAddressIsBadUse(String address) {
        assertThat(parse("--url", address)).isInstanceOf(CommandLine.BadUse.class);
    }

    @Test
    void anAddressInTheWrongPlaceIsNotRepeatedWithItsPassword() {
        assertThat(parse("https://kim:" + Secrets.MARK + "@host.example/v1")).isInstanceOfSatisfying(
                CommandLine.BadUse.class, bad -> assertThat(bad.line()).doesNotContain(Secrets.MARK, "\n"));
    }

    @Test
    void aLinkNamesTheRunThatIsShownFirst() {
        assertThat(parse("--open", "adhoc:731")).isInstanceOfSatisfying(CommandLine.Open.class,
                open -> assertThat(open.run()).contains(RunKey.adhoc(731)));
        assertThat(parse("--read-only")).isInstanceOfSatisfying(CommandLine.Open.class,
                open -> assertThat(open.run()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1042", "billrun:", "billrun:0", "adhoc:x", ""})
    void whatIsNoLinkIsBadUseThatShowsOne(String link) {
        assertThat(parse("--open", link)).isEqualTo(
                new CommandLine.BadUse("--open takes a link to a run such as billrun:1042 or adhoc:731"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rest.elevatebilling.com/v1", "http://127.0.0.1:8080/v1", "http://[::1]:1/v1",
            "http://localhost/v1"})
    void anAddressIsOpened(String address) {
        assertThat(parse("--url", address + "/")).isInstanceOfSatisfying(CommandLine.Open.class,
                open -> assertThat(open.url()).contains(URI.create(address)));
    }
}
