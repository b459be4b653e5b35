package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.fault.Omission;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as the 2010 API pages it ({@code twilio.md} section 11): newest first, with relative links.
 *
 * @param key the name of the list in the answer
 */
record Listing<T>(String key, Function<T, String> sid, Function<T, Object> shown) {

    /** Something too long to be copied for each page: it is asked for no more than it shows. */
    interface Source<T> {
        /** What follows the one with this SID, or everything when it is not known. */
        List<T> following(String sid, long skipped, int limit);

        /** Those just before the one with this SID. */
        List<T> preceding(String sid, int limit);

        boolean knows(String sid);
    }

    void answer(Context ctx, List<T> newestFirst) {
        write(ctx, Paging.of(ctx, Omitted.from(ctx, newestFirst, sid, shown), sid));
    }

    void answer(Context ctx, Source<T> newestFirst) {
        if (Omission.of(ctx).isPresent()) {
            answer(ctx, newestFirst.following("", 0, Integer.MAX_VALUE));
        } else {
            write(ctx, Paging.of(ctx, newestFirst, sid));
        }
    }

    private void write(Context ctx, Paging<T> paging) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("page", paging.page());
        body.put("page_size", paging.size());
        body.put("start", paging.start());
        body.put("end", Math.max(paging.start(), paging.start() + paging.items().size() - 1));
        body.put("uri", paging.own());
        body.put("first_page_uri", paging.first());
        body.put("previous_page_uri", paging.previous());
        body.put("next_page_uri", paging.next());
        body.put(key, paging.items().stream().map(shown).toList());
        Json.write(ctx, 200, body);
    }
}
