package io.cloudpbx.sandbox.rest;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a client asked for ({@code twilio.md} section 11), with links that carry a cursor, so that
 * what is added meanwhile moves nothing from one page to the next.
 *
 * @param start the place of the first item in the whole list
 * @param more whether anything follows
 */
record Paging<T>(Request<T> request, List<T> items, long start, boolean more) {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final Pattern TOKEN = Pattern.compile("P[AB].+");
    private static final Set<String> PAGING = Set.of("Page", "PageSize", "PageToken");

    /** What a client asked for: {@code PA<sid>} is what follows, {@code PB<sid>} the page before. */
    private record Request<T>(Context ctx, Function<T, String> sid, int page, int size, String token) {
        static <T> Request<T> of(Context ctx, Function<T, String> sid) {
            Parameters parameters = Parameters.of(ctx);
            int size = parameters.number("PageSize", new Parameters.Range(1, Integer.MAX_VALUE, 20001), DEFAULT_SIZE);
            int page = parameters.number("Page", new Parameters.Range(0, Integer.MAX_VALUE, 20001), 0);
            String token = parameters.text("PageToken").orElse("");
            if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
                throw ApiError.invalid(20001, "Invalid PageToken: " + token);
            }
            return new Request<>(ctx, sid, page, Math.min(MAX_SIZE, size), token);
        }

        String cursor() {
            return token.length() > 2 ? token.substring(2) : "";
        }

        boolean backwards() {
            return token.startsWith("PB");
        }

        long startByNumber() {
            return (long) page * size;
        }
    }

    static <T> Paging<T> of(Context ctx, List<T> all, Function<T, String> sid) {
        Request<T> request = Request.of(ctx, sid);
        int start = start(request, all);
        int end = Math.min(all.size(), start + request.size());
        return new Paging<>(request, all.subList(start, end), start, end < all.size());
    }

    private static <T> int start(Request<T> request, List<T> all) {
        String wanted = request.cursor();
        for (int i = 0; !wanted.isEmpty() && i < all.size(); i++) {
            if (request.sid().apply(all.get(i)).equals(wanted)) {
                return request.backwards() ? Math.max(0, i - request.size()) : i + 1;
            }
        }
        // Also when what the cursor stood on has been deleted since.
        return (int) Math.min(request.startByNumber(), all.size());
    }

    static <T> Paging<T> of(Context ctx, Listing.Source<T> all, Function<T, String> sid) {
        Request<T> request = Request.of(ctx, sid);
        long start = request.startByNumber();
        boolean known = all.knows(request.cursor());
        if (known && request.backwards()) {
            return new Paging<>(request, all.preceding(request.cursor(), request.size()), start, true);
        }
        // One more than is shown tells whether there is a next page.
        List<T> items = all.following(request.cursor(), known ? 0 : start, request.size() + 1);
        boolean more = items.size() > request.size();
        return new Paging<>(request, more ? items.subList(0, request.size()) : items, start, more);
    }

    int page() {
        return request.page();
    }

    int size() {
        return request.size();
    }

    /** This page's own address, without a host. */
    String own() {
        return link(page(), request.token().isEmpty() ? null : request.token());
    }

    String first() {
        return link(0, null);
    }

    @Nullable
    String previous() {
        return start == 0 || items.isEmpty()
                ? null
                : link(Math.max(0, page() - 1), "PB" + request.sid().apply(items.getFirst()));
    }

    @Nullable
    String next() {
        return more ? link(page() + 1, "PA" + request.sid().apply(items.getLast())) : null;
    }

    private String link(int toPage, @Nullable String token) {
        String filters = request.ctx().queryParamMap().entrySet().stream()
                .filter(parameter -> !PAGING.contains(parameter.getKey()))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> encode(parameter.getKey()) + "=" + encode(value) + "&"))
                .collect(Collectors.joining());
        String cursor = token == null ? "" : "&PageToken=" + token;
        return request.ctx().path() + "?" + filters + "PageSize=" + size() + "&Page=" + toPage + cursor;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
