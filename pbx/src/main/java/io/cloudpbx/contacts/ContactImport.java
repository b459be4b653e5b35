package io.cloudpbx.contacts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought to become contacts.
 *
 * @param rows how many it has
 * @param ranAt null until it was run
 */
public record ContactImport(
        UUID id,
        String name,
        int rows,
        Instant createdAt,
        String createdBy,
        @Nullable Instant ranAt,
        Counts counts) {

    /**
     * What became of the rows: added, changed, unchanged and refused are all of them.
     *
     * @param optedOut numbers that stay opted out, whatever the file says
     * @param consents entries that the ledger got
     */
    public record Counts(int added, int changed, int unchanged, int refused, int optedOut, int consents) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    /** A row that did not become a contact, or not as it stood. */
    public record Remark(long line, String code, String reason) {}

    /** A file as it was brought, before it is run. */
    public record Preview(ContactImport file, List<String> columns, List<List<String>> firstRows) {}
}
