package org.billrunconsole.bench.load;

import java.util.List;

/** What the installed program's virtual machine is started with that bears on speed and memory; see packaging's {@code Launch}. */
final class ProgramOptions {

    static final List<String> ALL = List.of("-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-Xmx2g", "-Xmn24m",
            "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private ProgramOptions() {}
}
