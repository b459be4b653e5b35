package io.cloudpbx.access.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param actor a user's id, or the e-mail address that was typed
 * @param name of the user; null when it was none
 */
public record AuditLine(
        long id,
        Instant at,
        String actor,
        @Nullable String name,
        @Nullable String address,
        String action,
        @Nullable String object,
        @Nullable String detail) {}
