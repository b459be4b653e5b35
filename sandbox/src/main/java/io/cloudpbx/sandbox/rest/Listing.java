package io.cloudpbx.sandbox.rest;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list as the 2010 API pages it ({@code twilio.md} section 11): newest first, with relative links that carry a cursor,
 * so that what is added meanwhile moves nothing from one page to the next.
 *
 * @param key the name of the list in the answer
 */
record Listing<T>(String key, Function<T, String> sid, Function<T, Object> shown) {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final Set<String> PAGING = Set.of("Page", "PageSize", "PageToken");

    void answer(Context ctx, List<T> newestFirst) {
        Parameters parameters = Parameters.of(ctx);
        int size = Math.min(
                MAX_SIZE,
                parameters.number("PageSize", new Parameters.Range(1, Integer.MAX_VALUE, 20001), DEFAULT_SIZE));
        int page = parameters.number("Page", new Parameters.Range(0, Integer.MAX_VALUE, 20001), 0);
        int start = start(newestFirst, parameters.text("PageToken").orElse(""), page, size);
        int end = Math.min(newestFirst.size(), start + size);
        Links links = new Links(ctx, size);

        List<T> items = newestFirst.subList(start, end);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("page", page);
        body.put("page_size", size);
        body.put("start", start);
        body.put("end", Math.max(start, end - 1));
        body.put("uri", links.to(page, parameters.text("PageToken").orElse(null)));
        body.put("first_page_uri", links.to(0, null));
        body.put(
                "previous_page_uri",
                start == 0 ? null : links.to(Math.max(0, page - 1), "PB" + sid.apply(newestFirst.get(start))));
        body.put(
                "next_page_uri",
                end >= newestFirst.size() ? null : links.to(page + 1, "PA" + sid.apply(newestFirst.get(end - 1))));
        body.put(key, items.stream().map(shown).toList());
        Json.write(ctx, 200, body);
    }

    /** {@code PA<sid>} asks for what follows, {@code PB<sid>} for the page before. */
    private int start(List<T> items, String token, int page, int size) {
        String wanted = token.length() > 2 ? token.substring(2) : "";
        for (int i = 0; !wanted.isEmpty() && i < items.size(); i++) {
            if (sid.apply(items.get(i)).equals(wanted)) {
                return token.startsWith("PB") ? Math.max(0, i - size) : i + 1;
            }
        }
        // Also when what the cursor stood on has been deleted since.
        return (int) Math.min((long) page * size, items.size());
    }

    private record Links(Context ctx, int size) {
        String to(int page, @Nullable String token) {
            String filters = ctx.queryParamMap().entrySet().stream()
                    .filter(parameter -> !PAGING.contains(parameter.getKey()))
                    .flatMap(parameter -> parameter.getValue().stream()
                            .map(value -> encode(parameter.getKey()) + "=" + encode(value) + "&"))
                    .collect(Collectors.joining());
            String cursor = token == null ? "" : "&PageToken=" + token;
            return ctx.path() + "?" + filters + "PageSize=" + size + "&Page=" + page + cursor;
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
