package org.billrunconsole.export.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.journal.Verification;
import org.billrunconsole.journal.excerpt.Excerpt;

/**
 * All that is known of a run, at one moment.
 *
 * @param run          as last read
 * @param cycle        name of its billing cycle, if it has one that is known
 * @param currency     code of its currency, if that is known
 * @param connection   through which it was read
 * @param excerpt      what the journal holds of it
 * @param journal      whether the whole journal is as it was written
 * @param history      what this console has seen of it
 * @param checks       what deserves a look now
 * @param acknowledged what somebody has looked at, oldest first
 * @param note         what an operator has written down of it
 * @param madeBy       who makes a pack of it, as the token names them
 * @param made         when
 */
public record Evidence(Run run, Optional<String> cycle, Optional<String> currency, Connection connection,
        Excerpt excerpt, Verification journal, RunHistory history, List<Check> checks,
        List<Acknowledgement> acknowledged, Optional<RunNote> note, String madeBy, Instant made) {

    public Evidence {
        checks = List.copyOf(checks);
        acknowledged = List.copyOf(acknowledged);
    }
}
