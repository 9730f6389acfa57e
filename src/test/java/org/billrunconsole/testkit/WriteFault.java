package org.billrunconsole.testkit;

import java.time.Duration;

/** What happens to a write on its way, at the server, or on the way back. */
public enum WriteFault {
    NONE, NEVER_LEFT, REFUSED, FORBIDDEN,
    /** Lost on its way: the server never sees it. */
    LOST,
    /** Carried out, but the answer is lost. */
    ANSWER_LOST,
    /** No answer; carried out half a minute later. */
    LATE,
    /** 500, and nothing was done. */
    ERROR,
    /** 502 by a gateway, while the server behind it did it. */
    ERROR_BUT_DONE,
    /** Carried out, but the answer makes no sense. */
    GARBLED,
    /** 200 with the run as it was; carried out a little later. */
    TAKEN_FOR_LATER,
    /** 200 with the run as it was; never carried out. */
    TAKEN_AND_FORGOTTEN,
    /** The console is killed before anything leaves. */
    KILLED_BEFORE,
    /** The console is killed once the server has carried it out. */
    KILLED_AFTER,
    /** The console is killed; the request arrives half a minute later. */
    KILLED_THEN_LATE,
    /** The token is not good any more; nothing was done. */
    UNAUTHORISED,
    /** 400 from something in between, while the server behind it did it. */
    REFUSED_BUT_DONE,
    /** Another operator takes the same step a moment earlier. */
    OTHER_FIRST,
    /** A programming error after the server has carried it out. */
    BUG;

    /** How late a late write arrives. */
    public static final Duration LATE_BY = Duration.ofSeconds(30);
}
