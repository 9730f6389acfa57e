package org.billrunconsole.runs;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.billrunconsole.runs.write.WritePathPropertyTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link WritePathPropertyTest} for a long time: {@code mvn verify -Plong -Dlong.tries=2000}. */
class WritePathEndurance {

    private static final Logger LOG = LoggerFactory.getLogger(WritePathEndurance.class);
    private static final Tally TALLY = new Tally();

    @Provide
    ActionChainArbitrary<WritePathWorld> inMemory() {
        return WritePathActions.chains(WorldInMemory::new).withMaxTransformations(60);
    }

    @Provide
    ActionChainArbitrary<WritePathWorld> overHttp() {
        return WritePathActions.chains(WorldOverHttp::new).withMaxTransformations(60);
    }

    @Property
    void whatTheJournalSaysIsWhatTheServerDid(@ForAll("inMemory") ActionChain<WritePathWorld> chain) {
        TALLY.add(WritePathActions.run(chain));
    }

    @Property
    void whatTheJournalSaysIsWhatTheSandboxDid(@ForAll("overHttp") ActionChain<WritePathWorld> chain) {
        TALLY.add(WritePathActions.run(chain));
    }

    @AfterContainer
    static void say() {
        LOG.info("{}", TALLY);
    }
}
