package org.billrunconsole.ui.rundetail;

import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.write.Action;

/** An action of the run that is shown, and whether it may be done now. */
record ActionState(Action action, Legality legality) {}
