package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that somebody is signed in at.
 *
 * @param id names it and opens nothing: what the browser holds is another
 * @param browser as it called itself when it signed in
 * @param address where it signed in from
 * @param current whether it is the one that asks
 */
public record OpenSession(
        UUID id,
        Instant begunAt,
        Instant activeAt,
        @Nullable String browser,
        @Nullable String address,
        boolean current) {}
