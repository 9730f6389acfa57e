package org.billrunconsole.ui.kit;

/** A screen with a search field above a table. Keys that search work on the screen that is shown. */
public interface Searchable {

    /** Puts the caret into the search field. */
    void focusSearch();

    /** Puts the keyboard into the table, on a row of it where there is one. */
    void focusTable();

    /** Whether the caret is in the search field. */
    boolean isSearchFocused();

    /**
     * Empties the search field.
     *
     * @return whether there was anything in it
     */
    boolean clearSearch();
}
