package org.billrunconsole.sandbox.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/** What a patch asks for: the value of each field it touches, also where that is the value the field already has. */
public record PatchRequest(Optional<RunStatus.Known> status, Optional<Stage.Known> stage,
        Optional<LocalDate> invoiceDate,
        Optional<String> nickname) {}
