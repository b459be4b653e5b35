package io.cloudpbx.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.Timeline.Part;
import io.cloudpbx.campaigns.flow.Cut;
import io.cloudpbx.campaigns.store.TimelineRows.Counted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final Instant START = Instant.parse("2026-12-01T17:00:00Z");

    @Test
    void every_text_that_left_stands_in_one_part_under_how_it_stands_now() {
        Cut cut = Cut.of(START, START.plusSeconds(12));

        Timeline timeline = Timelines.timeline(
                cut,
                List.of(
                        new Counted(START, State.DELIVERED, 7),
                        new Counted(START, State.FAILED, 2),
                        new Counted(START.plusSeconds(10), State.SENT, 3),
                        new Counted(START.plusSeconds(900), State.DELIVERED, 1)));

        assertThat(timeline.stepSeconds()).isEqualTo(5);
        assertThat(timeline.parts())
                .containsExactly(
                        new Part(START, 7, 2, 0),
                        new Part(START.plusSeconds(5), 0, 0, 0),
                        new Part(START.plusSeconds(10), 1, 0, 3));
    }
}
