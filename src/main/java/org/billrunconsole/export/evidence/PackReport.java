package org.billrunconsole.export.evidence;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Run;

/**
 * What a look at a pack found.
 *
 * @param faults   what does not hold; none if the pack is as it was made
 * @param seal     the SHA-256 of its list of sums, in hexadecimal; empty if it has none
 * @param lines    how many lines of the journal are in it, as far as they could be read
 * @param withheld how many lines of the run are not in it, since they seemed to hold a secret
 * @param run      the run, as the latest of the lines shows it; empty if none does
 */
public record PackReport(List<PackFault> faults, Optional<String> seal, long lines, long withheld,
        Optional<Run> run) {

    public PackReport {
        faults = List.copyOf(faults);
    }

    static PackReport noPack() {
        return new PackReport(List.of(new PackFault.NoPack()), Optional.empty(), 0, 0, Optional.empty());
    }

    public boolean isWhole() {
        return faults.isEmpty();
    }
}
