package org.billrunconsole.ui.rundetail;

import org.billrunconsole.domain.Action;
import org.billrunconsole.domain.Legality;

/** An action of the run that is shown, and whether it may be done now. */
record ActionState(Action action, Legality legality) {}
