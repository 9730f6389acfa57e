package org.billrunconsole.ui.kit.announce;

/**
 * A sentence that a screen reader is to say without being asked.
 *
 * @param about what it is about; while they wait, a newer one about the same takes the place of progress. Empty if it
 *              is about nothing that goes on
 * @param text  one or two sentences, without line breaks
 */
public record Announcement(Urgency urgency, String about, String text) {

    /** How soon it has to be said, the most urgent first. */
    public enum Urgency {
        /** Something failed or was refused. */
        ERROR,
        /** Something needs attention. */
        WARNING,
        /** Something has begun, ended or come. */
        EVENT,
        /** How far something is; worth nothing once something newer is known. */
        PROGRESS
    }

    public Announcement {
        text = text.strip().replaceAll("\\s*\\R\\s*", ". ");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing to say");
        }
    }

    /** One that stands for itself. */
    public Announcement(Urgency urgency, String text) {
        this(urgency, "", text);
    }
}
