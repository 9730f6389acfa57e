package org.billrunconsole.export.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.billrunconsole.testkit.Scratch;
import org.billrunconsole.testkit.Zips;

/** Whichever byte of whichever file of a pack is changed, to whatever: that file is named, and no other. */
class ChangedPackTest {

    private static final Path FOLDER = Scratch.folder("changed-pack");
    private static final Map<String, byte[]> WHOLE = new LinkedHashMap<>();

    @BeforeContainer
    static void make() throws IOException {
        var zip = FOLDER.resolve("pack.zip");
        new SampleEvidence(FOLDER.resolve("journal"), "Monthly Nov 26", "Agreed").written().pack(zip,
                SampleEvidence.MADE);
        WHOLE.putAll(Zips.read(zip));
    }

    @AfterContainer
    static void delete() {
        Scratch.delete(FOLDER);
    }

    @Property(tries = 400)
    void isNamed(@ForAll PackFile file, @ForAll @IntRange(max = 200_000) int where, @ForAll byte flip)
            throws IOException {
        Assume.that(flip != 0);
        var files = new LinkedHashMap<>(WHOLE);
        var changed = WHOLE.get(file.fileName()).clone();
        changed[where % changed.length] ^= flip;
        files.put(file.fileName(), changed);
        var zip = FOLDER.resolve("changed.zip");
        Zips.write(zip, files);
        var named = new ArrayList<String>();
        for (var fault : PackCheck.check(zip).faults()) {
            switch (fault) {
                case PackFault.FileAltered(var name) -> named.add(name);
                case PackFault.LineAltered _,PackFault.LineOutOfChain _,PackFault.LinesDiffer _ -> assertThat(file)
                        .isEqualTo(PackFile.LINES);
                // Of a file that a wrong list names wrongly nothing is said against.
                case PackFault.FileUntold _ -> assertThat(file).isEqualTo(PackFile.SUMS);
                default -> throw new AssertionError(fault);
            }
        }
        assertThat(named).containsExactly(file.fileName());
    }
}
