package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.lifecycle.ActionContext.Changes;
import org.junit.jupiter.api.Test;

class RuledOutChangesTest {

    private static final RunKey RUN = new RunKey(RunKind.REGULAR, 7);

    private final ActionContextProvider context = new ActionContextProvider(false, false);

    @Test
    void nothingSwitchesThemOnAgain() {
        context.ruleOutChanges();
        context.setReadOnlyConnection(true);
        context.setReadOnlyConnection(false);
        assertThat(context.of(RUN).changes()).isEqualTo(Changes.RULED_OUT);
        assertThat(context.isReadOnlyConnection()).isTrue();
    }

    @Test
    void elsewhereTheyAreSwitchedOffAndOn() {
        context.setReadOnlyConnection(true);
        assertThat(context.of(RUN).changes()).isEqualTo(Changes.OFF);
        context.setReadOnlyConnection(false);
        assertThat(context.of(RUN).changes()).isEqualTo(Changes.ON);
    }
}
