package io.cloudpbx.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one look into a long list, newest first. A look is bounded: where few meet what is asked, it ends before the list does.
 *
 * @param lookedTo where it ended; null when it found as many as were wanted, or there are no more
 */
public record Stretch<T>(List<T> items, @Nullable Cursor lookedTo) {
    /** As the database orders ids, which is by their digits. */
    private static final Comparator<Cursor> OLDEST_FIRST =
            Comparator.comparing(Cursor::at).thenComparing(cursor -> cursor.id().toString());

    public <R> Stretch<R> as(Function<List<T>, List<R>> shown) {
        return new Stretch<>(shown.apply(items), lookedTo);
    }

    /**
     * One page of several lists, each of which was asked for one item more than the page holds. It ends where the first of the looks did: what
     * others found further down is found again by the next page. With less than a full page it may yet have a next one.
     */
    public static <T> Page<T> merged(List<Stretch<T>> looks, int limit, Function<T, Cursor> position) {
        @Nullable
        Cursor end = looks.stream()
                .map(Stretch::lookedTo)
                .filter(Objects::nonNull)
                .max(OLDEST_FIRST)
                .orElse(null);
        List<T> found = inOrder(looks, position)
                .filter(item -> end == null || OLDEST_FIRST.compare(position.apply(item), end) >= 0)
                .limit(limit + 1L)
                .toList();
        if (found.size() <= limit && end != null) {
            return new Page<>(found, end.text());
        }
        return Page.load(limit, most -> found, position);
    }

    private static <T> Stream<T> inOrder(List<Stretch<T>> looks, Function<T, Cursor> position) {
        return looks.stream()
                .flatMap(look -> look.items().stream())
                .sorted(Comparator.comparing(position, OLDEST_FIRST.reversed()));
    }
}
