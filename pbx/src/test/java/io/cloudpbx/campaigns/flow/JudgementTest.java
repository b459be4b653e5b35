package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Judgement.Halt;
import io.cloudpbx.campaigns.flow.Judgement.Leave;
import io.cloudpbx.campaigns.flow.Judgement.Rest;
import io.cloudpbx.campaigns.flow.Judgement.Skip;
import io.cloudpbx.campaigns.flow.Judgement.Wait;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Grounds;
import io.cloudpbx.messaging.flow.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {
    private static final Instant MORNING = Instant.parse("2026-12-01T17:00:00Z");

    @Test
    void what_passes_leaves_until_its_hours_close() {
        var send = new Verdict.Send(List.of(), MORNING, 1, new Grounds(MORNING, null, null));

        assertThat(Judgement.of(send)).isEqualTo(new Leave(send));
    }

    @Test
    void who_sleeps_waits() {
        Check hours = check("quiet_hours");

        assertThat(Judgement.of(new Verdict.Later(MORNING, hours, List.of()))).isEqualTo(new Wait(MORNING, hours));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opted_out",
                "no_consent",
                "marketing_paused",
                "marketing_cap",
                "country_not_allowed",
                "too_many_segments"
            })
    void what_stands_against_one_recipient_skips_that_one(String code) {
        assertThat(Judgement.of(new Verdict.Refuse(check(code), List.of()))).isEqualTo(new Skip(check(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"outbound_frozen", "sender_cannot_send_media", "too_many_media", "empty_body", "spend_ceiling"})
    void what_stands_against_all_of_them_halts_the_campaign_and_costs_nobody_their_text(String code) {
        assertThat(Judgement.of(new Verdict.Refuse(check(code), List.of()))).isEqualTo(new Halt(check(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender_not_registered", "sender_not_ours", "sender_not_ready", "sender_cannot_text"})
    void what_stands_against_a_number_lets_that_rest_and_others_go_on(String code) {
        assertThat(Judgement.of(new Verdict.Refuse(check(code), List.of()))).isEqualTo(new Rest(check(code)));
    }

    private static Check check(String code) {
        return new Check(code, false, "Because.", "C1");
    }
}
