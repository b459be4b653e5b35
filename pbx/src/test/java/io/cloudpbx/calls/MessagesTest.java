package io.cloudpbx.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far back messages are looked for at the carrier. */
class MessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");
    private static final Instant TWO_DAYS_AGO = NOW.minus(Duration.ofDays(2));

    @Test
    void as_far_as_news_may_be_late_and_as_a_backup_is_old_of_which_this_system_was_restored() {
        Instant old = NOW.minus(Duration.ofDays(9));

        assertThat(Messages.since(NOW, Optional.empty())).isEqualTo(TWO_DAYS_AGO);
        assertThat(Messages.since(NOW, Optional.of(old))).isEqualTo(old);
        assertThat(Messages.since(NOW, Optional.of(NOW.minusSeconds(60))))
                .as("a young one does not hide what is late")
                .isEqualTo(TWO_DAYS_AGO);
    }
}
