package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.fault.Omission;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists without what a fault leaves out of them. */
final class Omitted {
    private Omitted() {}

    /** What is left of a whole list, still newest first. */
    static <T> List<T> from(Context ctx, List<T> newestFirst, Function<T, String> sid, Function<T, Object> shown) {
        Optional<Omission> omission = Omission.of(ctx);
        if (omission.isEmpty()) {
            return newestFirst;
        }
        List<T> left = new ArrayList<>();
        for (T item : newestFirst.reversed()) {
            if (!omission.get().leavesOut(sid.apply(item), () -> Json.dateCreated(shown.apply(item)))) {
                left.add(item);
            }
        }
        return left.reversed();
    }
}
