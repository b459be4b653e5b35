package io.cloudpbx.contacts;

/** A row of a file, read. */
sealed interface ImportedRow {
    long line();

    /** Can become a contact. */
    record Usable(long line, ContactDetails details) implements ImportedRow {}

    /**
     * Cannot.
     *
     * @param reason a whole sentence
     */
    record Refused(long line, String code, String reason) implements ImportedRow {}
}
