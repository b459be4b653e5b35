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
        int size = size(parameters);
        int start = start(newestFirst, parameters.text("PageToken").orElse(""), page(parameters), size);
        int end = Math.min(newestFirst.size(), start + size);
        write(ctx, new Slice<>(newestFirst.subList(start, end), start, end < newestFirst.size()));
    }

    /** Something too long to be copied for each page: it is asked for no more than it shows. */
    interface Source<T> {
        /** What follows the one with this SID, or everything when it is not known. */
        List<T> following(String sid, long skipped, int limit);

        /** Those just before the one with this SID. */
        List<T> preceding(String sid, int limit);

        boolean knows(String sid);
    }

    void answer(Context ctx, Source<T> newestFirst) {
        Parameters parameters = Parameters.of(ctx);
        int size = size(parameters);
        long start = (long) page(parameters) * size;
        String token = parameters.text("PageToken").orElse("");
        String cursor = token.length() > 2 ? token.substring(2) : "";
        boolean known = newestFirst.knows(cursor);
        if (known && token.startsWith("PB")) {
            write(ctx, new Slice<>(newestFirst.preceding(cursor, size), start, true));
            return;
        }
        // One more than is shown tells whether there is a next page.
        List<T> items = newestFirst.following(cursor, known ? 0 : start, size + 1);
        boolean more = items.size() > size;
        write(ctx, new Slice<>(more ? items.subList(0, size) : items, start, more));
    }

    /** What one page shows, from which place in the whole list, and whether anything follows. */
    private record Slice<T>(List<T> items, long start, boolean more) {}

    private static int size(Parameters parameters) {
        return Math.min(
                MAX_SIZE,
                parameters.number("PageSize", new Parameters.Range(1, Integer.MAX_VALUE, 20001), DEFAULT_SIZE));
    }

    private static int page(Parameters parameters) {
        return parameters.number("Page", new Parameters.Range(0, Integer.MAX_VALUE, 20001), 0);
    }

    private void write(Context ctx, Slice<T> slice) {
        Parameters parameters = Parameters.of(ctx);
        int page = page(parameters);
        List<T> items = slice.items();
        Links links = new Links(ctx, size(parameters));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("page", page);
        body.put("page_size", size(parameters));
        body.put("start", slice.start());
        body.put("end", Math.max(slice.start(), slice.start() + items.size() - 1));
        body.put("uri", links.to(page, parameters.text("PageToken").orElse(null)));
        body.put("first_page_uri", links.to(0, null));
        body.put(
                "previous_page_uri",
                slice.start() == 0 || items.isEmpty()
                        ? null
                        : links.to(Math.max(0, page - 1), "PB" + sid.apply(items.getFirst())));
        body.put("next_page_uri", slice.more() ? links.to(page + 1, "PA" + sid.apply(items.getLast())) : null);
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
