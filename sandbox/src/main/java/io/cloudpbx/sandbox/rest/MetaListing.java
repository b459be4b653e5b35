package io.cloudpbx.sandbox.rest;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as the v1 hosts page it ({@code twilio.md} section 11): a {@code meta} object with absolute links, which have
 * to look genuine because client libraries follow no others (section 21.2).
 *
 * @param key the name of the list in the answer
 */
record MetaListing<T>(Product product, String key, Function<T, String> sid, Function<T, Object> shown) {

    void answer(Context ctx, List<T> newestFirst) {
        Paging<T> paging = Paging.of(ctx, Omitted.from(ctx, newestFirst, sid, shown), sid);
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("page", paging.page());
        meta.put("page_size", paging.size());
        meta.put("first_page_url", product.publicUrl(paging.first()));
        meta.put("previous_page_url", publicUrl(paging.previous()));
        meta.put("url", product.publicUrl(paging.own()));
        meta.put("next_page_url", publicUrl(paging.next()));
        meta.put("key", key);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meta", meta);
        body.put(key, paging.items().stream().map(shown).toList());
        Json.write(ctx, 200, body);
    }

    private @Nullable String publicUrl(@Nullable String link) {
        return link == null ? null : product.publicUrl(link);
    }
}
