package io.cloudpbx.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class GatheredNewsTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID BAD = new UUID(0, 2);
    private static final UUID LAST = new UUID(0, 3);

    private final GatheredNews<UUID> news = new GatheredNews<>();
    private final List<UUID> told = new ArrayList<>();

    GatheredNewsTest() {
        List.of(FIRST, BAD, LAST).forEach(news::add);
    }

    private void tellGoodOnes(Set<UUID> ids) {
        if (ids.contains(BAD)) {
            throw new IllegalStateException("cannot be read");
        }
        told.addAll(ids);
    }

    @Test
    void a_call_that_cannot_be_told_is_left_out_and_keeps_no_other_back() throws Exception {
        news.tellNext(this::tellGoodOnes);
        assertThat(told).containsExactlyInAnyOrder(FIRST, LAST);

        news.add(FIRST);
        news.tellNext(ids -> assertThat(ids).containsExactly(FIRST));
    }

    @Test
    void what_is_gathered_while_the_database_is_away_is_told_when_it_is_back() throws Exception {
        assertThatThrownBy(() -> news.tellNext(GatheredNewsTest::away))
                .isInstanceOf(DataAccessResourceFailureException.class);

        news.tellNext(told::addAll);
        assertThat(told).containsExactlyInAnyOrder(FIRST, BAD, LAST);
    }

    @Test
    void a_database_that_goes_away_while_each_is_told_by_itself_loses_none() throws Exception {
        assertThatThrownBy(() -> news.tellNext(ids -> {
                    if (ids.size() == 1) {
                        away(ids);
                    }
                    tellGoodOnes(ids);
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);

        news.tellNext(told::addAll);
        assertThat(told).containsExactlyInAnyOrder(FIRST, BAD, LAST);
    }

    private static void away(Set<UUID> ids) {
        throw new DataAccessResourceFailureException("away with " + ids);
    }
}
