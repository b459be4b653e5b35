package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.store.FailingRows;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.campaigns.store.FigureRows.Reason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why texts of a campaign failed, where some rows have no words for it. */
class ReasonsTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private static RealLedgers real;

    @BeforeAll
    static void open() {
        real = new RealLedgers();
    }

    @AfterAll
    static void close() {
        real.close();
    }

    @BeforeEach
    void start() {
        real.empty();
        real.setClock(NOW);
        real.jdbc().sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by, running_since)
                        values (:id, 'Autumn', 'Hello', 'marketing', 'at_most_once', 'running', now(), 'Dana',
                                :now::timestamptz)""").param("id", CAMPAIGN).param("now", NOW.toString()).update();
    }

    @Test
    void a_reason_keeps_its_plain_words_though_one_of_its_rows_has_none() {
        failed("+14155550101", "30005", "");
        failed("+14155550102", "30005", "That number is not in use any more.");
        failed("+14155550103", "30099", "");

        assertThat(real.bean(FigureRows.class).reasons(CAMPAIGN))
                .containsExactly(
                        new Reason("failed", "30005", "That number is not in use any more.", 2),
                        new Reason("failed", "30099", "", 1));
        assertThat(real.bean(FailingRows.class).of(CAMPAIGN).failures())
                .extracting(failure -> failure.code() + " " + failure.sentence())
                .containsExactlyInAnyOrder("30005 That number is not in use any more.", "30099 ");
    }

    private static void failed(String to, String code, String sentence) {
        real.jdbc()
                .sql("""
                        insert into delivery (campaign_id, to_number, state, due_at, changed_at, code, sentence)
                        values (:campaign, :to, 'failed', :now::timestamptz, :now::timestamptz, :code, :sentence)""")
                .param("campaign", CAMPAIGN)
                .param("to", to)
                .param("now", NOW.toString())
                .param("code", code)
                .param("sentence", sentence)
                .update();
    }
}
