package io.cloudpbx.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the people of a list agreed, and what shows it. */
class AgreedTest {
    private static final ZoneId HERE = ZoneId.of("America/Los_Angeles");
    /** Already the next day in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-12-02T05:00:00Z");

    private static final UUID CAMPAIGN = new UUID(0, 7);

    @Test
    void consent_counts_from_the_beginning_of_its_day_here() {
        assertThat(on(LocalDate.of(2026, 3, 14)).at(NOW, HERE)).isEqualTo("2026-03-14T07:00:00Z");
    }

    @Test
    void today_is_today_here_and_tomorrow_is_to_come() {
        assertThat(on(LocalDate.of(2026, 12, 1)).isToCome(NOW, HERE)).isFalse();
        assertThat(on(LocalDate.of(2026, 12, 2)).isToCome(NOW, HERE)).isTrue();
    }

    @Test
    void of_a_list_without_a_date_the_proof_says_that_it_had_none() {
        var undated = on(null);

        assertThat(undated.isToCome(NOW, HERE)).isFalse();
        assertThat(undated.at(NOW, HERE)).isEqualTo(NOW);
        assertThat(undated.proof(CAMPAIGN))
                .isEqualTo("The list came without a date: the day it was brought stands for it · campaign " + CAMPAIGN);
    }

    @Test
    void the_proof_says_where_it_is_kept_and_with_which_campaign_it_came() {
        var kept = new Agreed("paper", "I agree", LocalDate.of(2026, 3, 14), "Folder 7", "Dana");

        assertThat(kept.proof(CAMPAIGN)).isEqualTo("Folder 7 · campaign " + CAMPAIGN);
    }

    private static Agreed on(@Nullable LocalDate day) {
        return new Agreed("paper", "I agree", day, "", "Dana");
    }
}
