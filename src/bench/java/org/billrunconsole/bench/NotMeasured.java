package org.billrunconsole.bench;

/** Something is missing on this machine without which there is no figure. */
public final class NotMeasured extends Exception {

    private static final long serialVersionUID = 1;

    /** @param why what is missing, and how to get it */
    public NotMeasured(String why) {
        super(why);
    }
}
