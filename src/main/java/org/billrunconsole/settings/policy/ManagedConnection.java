package org.billrunconsole.settings.policy;

import org.billrunconsole.settings.ConnectionProfile;

/**
 * A connection that everybody on the computer has.
 *
 * @param profile its user is empty where each person has their own
 * @param locked  whether nobody can change or remove it, or set up another to the same server
 */
public record ManagedConnection(ConnectionProfile profile, boolean locked) {}
