package io.cloudpbx.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Campaign.State;
import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.messaging.flow.Grounds;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Map<String, String> ANA = Map.of("firstName", "Ana");

    private final Wording before = new Wording(() -> "Harbor Dental");
    private final Wording after = new Wording(() -> "Harbor Dental & Smile");

    @Test
    void a_text_is_known_again_when_the_business_is_called_otherwise_by_then() {
        Campaign campaign = campaign("Hi {{firstName}}, half price.", TextKind.MARKETING);
        String left = before.of(campaign, ANA);

        assertThat(after.isOf(campaign, ANA, left)).isTrue();
        assertThat(after.isOf(campaign, Map.of("firstName", "Ben"), left)).isFalse();
        assertThat(after.isOf(campaign, ANA, left + " Bring a friend.")).isFalse();
        assertThat(after.isOf(campaign, ANA, "Hi Ana, half price.")).isFalse();
    }

    @Test
    void what_somebody_read_stays_what_it_was_when_the_business_is_called_otherwise() {
        Campaign campaign = campaign("Hi {{firstName}}, half price.", TextKind.MARKETING);
        var kept = new Evidence(
                new Grounds(Instant.EPOCH, "c-1", null),
                List.of("opted_out"),
                before.signatures(campaign).first());

        assertThat(after.of(campaign, ANA, kept))
                .isEqualTo(before.of(campaign, ANA))
                .isEqualTo("Harbor Dental: Hi Ana, half price. Reply STOP to opt out.");
        assertThat(after.of(campaign, ANA, (Evidence) null)).startsWith("Harbor Dental & Smile: ");
    }

    @Test
    void news_are_known_again_whether_their_reader_was_told_how_to_opt_out_or_knew() {
        Campaign campaign = campaign("Closed, {{firstName}}", TextKind.INFORMATIONAL);

        assertThat(before.of(campaign, ANA)).isEqualTo("Harbor Dental: Closed, Ana Reply STOP to opt out.");
        assertThat(after.isOf(campaign, ANA, before.of(campaign, ANA))).isTrue();
        assertThat(after.isOf(campaign, ANA, "Closed, Ana")).isTrue();
        assertThat(after.isOf(campaign, ANA, "We wrote: Closed, Ana")).isFalse();
    }

    @Test
    void news_that_left_before_evidence_was_kept_were_not_signed() {
        Campaign campaign = campaign("Closed, {{firstName}}", TextKind.INFORMATIONAL);

        assertThat(after.of(campaign, ANA, (Evidence) null)).isEqualTo("Closed, Ana");
    }

    private static Campaign campaign(String message, TextKind kind) {
        return new Campaign(
                new UUID(0, 1),
                "Autumn",
                message,
                kind,
                Policy.AT_MOST_ONCE,
                State.RUNNING,
                null,
                List.of(new PhoneNumber("+14155550101")),
                List.of(),
                null,
                Instant.EPOCH,
                "Dana",
                Instant.EPOCH,
                null,
                1);
    }
}
