package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.billrunconsole.runs.Tally;
import org.billrunconsole.runs.WorldInMemory;
import org.billrunconsole.runs.WorldOverHttp;
import org.billrunconsole.runs.WritePathActions;
import org.billrunconsole.runs.WritePathWorld;

/**
 * Whatever operators do and whatever goes wrong, a kill between any two steps included: no write is sent twice, every
 * intent ends in one verdict that agrees with the server, every locked run is unlocked, and the journal verifies.
 */
public class WritePathPropertyTest {

    private static final Tally TALLY = new Tally();

    @Provide
    ActionChainArbitrary<WritePathWorld> inMemory() {
        return WritePathActions.chains(WorldInMemory::new).withMaxTransformations(40);
    }

    @Provide
    ActionChainArbitrary<WritePathWorld> overHttp() {
        return WritePathActions.chains(WorldOverHttp::new).withMaxTransformations(40);
    }

    @Property(tries = 60)
    void whatTheJournalSaysIsWhatTheServerDid(@ForAll("inMemory") ActionChain<WritePathWorld> chain) {
        TALLY.add(WritePathActions.run(chain));
    }

    @Property(tries = 20)
    void whatTheJournalSaysIsWhatTheSandboxDid(@ForAll("overHttp") ActionChain<WritePathWorld> chain) {
        TALLY.add(WritePathActions.run(chain));
    }

    @AfterContainer
    static void enoughHappened() {
        assertThat(TALLY.performed()).isGreaterThan(800);
        assertThat(TALLY.strict()).isGreaterThan(200);
    }
}
