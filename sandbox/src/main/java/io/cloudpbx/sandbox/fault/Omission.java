package io.cloudpbx.sandbox.fault;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/** What the lists of one request do not show. It is left out before the list is cut into pages. */
public interface Omission {
    /**
     * Whether a list leaves this out. To be asked about the oldest first, since some rules count.
     *
     * @param dateCreated in either of Twilio's formats; empty when the thing has no such date
     */
    boolean leavesOut(String sid, Supplier<String> dateCreated);

    /** What is left out by one of the two; both are asked. */
    default Omission or(Omission other) {
        return (sid, dateCreated) -> {
            boolean left = leavesOut(sid, dateCreated);
            return other.leavesOut(sid, dateCreated) || left;
        };
    }

    /** Empty when the lists of this request are whole. */
    static Optional<Omission> of(Context ctx) {
        return Optional.ofNullable(ctx.attribute(Omission.class.getName()));
    }

    /** From now on this request's lists leave something out. */
    default void applyTo(Context ctx) {
        ctx.attribute(Omission.class.getName(), this);
    }
}
