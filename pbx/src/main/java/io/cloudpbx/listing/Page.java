package io.cloudpbx.listing;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Part of a list; {@code next} is the cursor to go on with, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    /** A whole list. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /** Loads one item more than asked for, which tells whether there is a next page. */
    public static <T> Page<T> load(int limit, IntFunction<List<T>> load, Function<T, Cursor> position) {
        List<T> found = load.apply(limit + 1);
        return found.size() <= limit
                ? whole(found)
                : new Page<>(
                        found.subList(0, limit),
                        position.apply(found.get(limit - 1)).text());
    }
}
