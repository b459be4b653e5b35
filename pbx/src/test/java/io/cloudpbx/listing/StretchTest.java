package io.cloudpbx.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void one_page_of_two_lists_has_the_newest_of_both() {
        var page = merged(3, found(null, 9, 6, 5, 2), found(null, 8, 7, 1));

        assertThat(page.items()).extracting(Cursor::at).containsExactly(at(9), at(8), at(7));
        assertThat(page.next()).isEqualTo(cursor(7).text());
    }

    @Test
    void what_is_all_there_is_has_no_next_page() {
        assertThat(merged(3, found(null, 9, 6), found(null, 8)).next()).isNull();
        assertThat(merged(3, found(null)).next()).isNull();
    }

    @Test
    void a_page_ends_where_the_first_look_did_so_that_nothing_is_passed_over() {
        var page = merged(5, found(cursor(6), 9), found(null, 8, 6, 3));

        assertThat(page.items()).extracting(Cursor::at).containsExactly(at(9), at(8), at(6));
        assertThat(page.next()).isEqualTo(cursor(6).text());
    }

    @Test
    void a_look_that_found_nothing_is_gone_on_with() {
        var page = merged(5, found(cursor(4)), found(cursor(2), 3));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEqualTo(cursor(4).text());
    }

    @Test
    void page_by_page_everything_is_found_once_however_short_the_looks_are() {
        for (int look = 1; look < 7; look++) {
            assertThat(pages(look))
                    .isEqualTo(LongStream.rangeClosed(1, 40)
                            .map(each -> 41 - each)
                            .filter(second -> second % 3 == 0 || second % 7 == 1)
                            .boxed()
                            .toList());
        }
    }

    /** Two lists of forty in all, looked through so many at a time, three to a page. */
    private static List<Long> pages(int look) {
        List<Long> seen = new java.util.ArrayList<>();
        @Nullable Cursor after = null;
        do {
            var page = Stretch.merged(List.of(look(after, look, 0), look(after, look, 1)), 3, each -> each);
            page.items().forEach(each -> seen.add(each.at().getEpochSecond()));
            after = Cursor.parse(page.next());
        } while (after != null);
        return seen;
    }

    /** Looks through so many of the odd or even ones for those wanted. */
    private static Stretch<Cursor> look(@Nullable Cursor after, int most, int odd) {
        var below = IntStream.rangeClosed(1, 40)
                .map(each -> 41 - each)
                .filter(each -> each % 2 == odd)
                .filter(each -> after == null || at(each).isBefore(after.at()))
                .boxed()
                .toList();
        var looked = below.subList(0, Math.min(most, below.size()));
        var wanted = looked.stream()
                .filter(each -> each % 3 == 0 || each % 7 == 1)
                .limit(4)
                .map(StretchTest::cursor)
                .toList();
        boolean stopped = wanted.size() < 4 && below.size() > most;
        return new Stretch<>(wanted, stopped ? cursor(looked.getLast()) : null);
    }

    @SafeVarargs
    private static Page<Cursor> merged(int limit, Stretch<Cursor>... looks) {
        return Stretch.merged(List.of(looks), limit, each -> each);
    }

    private static Stretch<Cursor> found(@Nullable Cursor lookedTo, int... seconds) {
        return new Stretch<>(IntStream.of(seconds).mapToObj(StretchTest::cursor).toList(), lookedTo);
    }

    private static Cursor cursor(long second) {
        return new Cursor(at(second), new UUID(0, second));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
