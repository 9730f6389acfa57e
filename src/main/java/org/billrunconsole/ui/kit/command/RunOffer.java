package org.billrunconsole.ui.kit.command;

/**
 * A line of a menu: something that can be done with a run or with several, or that cannot be done and why.
 *
 * @param id       the id UI automation knows it by
 * @param text     what it is called, with why it cannot be done where it cannot
 * @param possible whether it can be done now
 * @param perform  does it
 */
public record RunOffer(String id, String text, boolean possible, Runnable perform) {}
