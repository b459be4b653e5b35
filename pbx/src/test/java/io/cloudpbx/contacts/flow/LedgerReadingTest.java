package io.cloudpbx.contacts.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consent;
import io.cloudpbx.contacts.Consent.Act;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.Proof;
import io.cloudpbx.contacts.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerReadingTest {
    private static final Proof NOTHING = new Proof("", "", "", "", "", "", "");

    @Test
    void an_empty_ledger_consents_to_nothing() {
        assertThat(marketing()).isFalse();
    }

    @Test
    void the_last_grant_holds_for_its_own_category() {
        var older = on(1, Act.GRANTED, Category.MARKETING);
        var newer = on(2, Act.GRANTED, Category.MARKETING);
        assertThat(LedgerReading.live(List.of(older, newer), Category.MARKETING))
                .contains(newer);
        assertThat(LedgerReading.live(List.of(older, newer), Category.INFORMATIONAL))
                .isEmpty();
    }

    @Test
    void a_revocation_ends_its_category_or_all() {
        assertThat(marketing(on(1, Act.GRANTED, Category.MARKETING), on(2, Act.REVOKED, Category.MARKETING)))
                .isFalse();
        assertThat(marketing(on(1, Act.GRANTED, Category.MARKETING), on(2, Act.REVOKED, Category.INFORMATIONAL)))
                .isTrue();
        assertThat(marketing(on(1, Act.GRANTED, Category.MARKETING), on(2, Act.REVOKED, null)))
                .isFalse();
    }

    @Test
    void an_old_consent_imported_after_a_revocation_does_not_outlive_it() {
        assertThat(marketing(on(5, Act.REVOKED, Category.MARKETING), on(3, Act.GRANTED, Category.MARKETING)))
                .isFalse();
    }

    @Test
    void reopening_restores_what_was_before_and_nothing_said_to_be_given_meanwhile() {
        var before = on(1, Act.GRANTED, Category.MARKETING);
        var out = on(3, Act.OPTED_OUT, null);
        var meanwhile = on(4, Act.GRANTED, Category.MARKETING);
        var open = on(6, Act.OPTED_IN, null);
        assertThat(marketing(before, out)).isFalse();
        assertThat(LedgerReading.live(List.of(before, out, meanwhile, open), Category.MARKETING))
                .contains(before);
        assertThat(marketing(out, meanwhile, open)).isFalse();
        assertThat(marketing(out, open, on(7, Act.GRANTED, Category.MARKETING))).isTrue();
    }

    @Test
    void an_undone_opt_out_and_a_pause_take_nothing_away() {
        assertThat(marketing(
                        on(1, Act.GRANTED, Category.MARKETING),
                        on(2, Act.OPTED_OUT, null),
                        on(3, Act.UNDONE, null),
                        on(4, Act.PAUSED, Category.MARKETING)))
                .isTrue();
    }

    private static boolean marketing(Consent... ledger) {
        return LedgerReading.live(List.of(ledger), Category.MARKETING).isPresent();
    }

    private static Consent on(int day, Act act, @Nullable Category category) {
        Instant at = Instant.parse("2026-05-%02dT12:00:00Z".formatted(day));
        var evidence = new Evidence(Source.KEYWORD, "", null, null);
        return new Consent(UUID.randomUUID(), act, category, at, at, evidence, NOTHING);
    }
}
