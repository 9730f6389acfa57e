package org.billrunconsole.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunKeyTest {

    @Test
    void aLinkLeadsBackToItsRun() {
        assertThat(RunKey.regular(1042).link()).isEqualTo("billrun:1042");
        assertThat(RunKey.adhoc(731).link()).isEqualTo("adhoc:731");
        assertThat(RunKey.ofLink("billrun:1042")).contains(RunKey.regular(1042));
        assertThat(RunKey.ofLink("adhoc:731")).contains(RunKey.adhoc(731));
        assertThat(RunKey.ofLink(" BillRun:999999999999999999\n")).contains(RunKey.regular(999_999_999_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1042", "billrun", "billrun:", "billrun:0", "billrun:-1", "billrun:01", "billrun:1 2",
            "billrun: 1", "billrun:1042x", "billrun:1234567890123456789", "billrun:٣", "run:1", "adhoc:1.0"})
    void whatNamesNoRunIsNoLink(String text) {
        assertThat(RunKey.ofLink(text)).isEmpty();
    }

    @Test
    void aTextBeginsALinkByItsSchemeAlone() {
        assertThat(RunKey.beginningOfLink("Adhoc:x")).contains(RunKind.ADHOC);
        assertThat(RunKey.beginningOfLink("billrun:")).contains(RunKind.REGULAR);
        assertThat(RunKey.beginningOfLink("billrun")).isEmpty();
        assertThat(RunKey.beginningOfLink("the billrun:7")).isEmpty();
    }
}
