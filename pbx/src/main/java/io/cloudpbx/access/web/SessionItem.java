package io.cloudpbx.access.web;

import io.cloudpbx.access.store.OpenSession;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as the API tells of it. */
record SessionItem(
        UUID id,
        Instant begunAt,
        Instant activeAt,
        @Nullable String browser,
        @Nullable String address,
        boolean current) {

    record All(List<SessionItem> items, @Nullable String next) {}

    static All all(List<OpenSession> sessions) {
        return new All(sessions.stream().map(SessionItem::of).toList(), null);
    }

    private static SessionItem of(OpenSession session) {
        return new SessionItem(
                session.id(),
                session.begunAt(),
                session.activeAt(),
                session.browser(),
                session.address(),
                session.current());
    }
}
