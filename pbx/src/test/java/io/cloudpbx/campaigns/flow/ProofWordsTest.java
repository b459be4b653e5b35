package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consent;
import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.Proof;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.messaging.flow.Grounds.Hours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProofWordsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant LATE = Instant.parse("2026-03-05T03:30:00Z");
    private static final Instant CLOSING = Instant.parse("2026-12-02T01:00:00Z");

    @Test
    void a_consent_is_told_by_its_day_its_way_and_the_list_it_came_on() {
        assertThat(said(consent(Source.IMPORT, "Spring fair", null, "paper"), null))
                .isEqualTo("They agreed on March 4, 2026 by paper, on the list “Spring fair”.");
        assertThat(said(consent(Source.IMPORT, "", null, "web form"), "Whitening"))
                .isEqualTo("They agreed on March 4, 2026 by web form, on a list brought to the campaign “Whitening”.");
        assertThat(said(consent(Source.IMPORT, "", null, ""), null))
                .isEqualTo("They agreed on March 4, 2026, on an imported list.");
        assertThat(said(consent(Source.KEYWORD, "JOIN", null, "keyword"), null))
                .isEqualTo("They agreed on March 4, 2026 by keyword, by the words “JOIN”.");
        assertThat(said(consent(Source.PERSON, "", "Dana", "paper"), null))
                .isEqualTo("They agreed on March 4, 2026 by paper, as Dana wrote down.");
        assertThat(said(consent(Source.VOICE, "", null, ""), null))
                .isEqualTo("They agreed on March 4, 2026, in a call.");
    }

    @Test
    void nothing_is_made_up_of_a_consent_that_is_not_known() {
        assertThat(ProofWords.consent(null, null, null, NEW_YORK)).isEqualTo("No consent was needed.");
        assertThat(ProofWords.consent("gone", null, null, NEW_YORK)).contains("no entry of that id");
    }

    @Test
    void hours_are_told_by_whose_they_are_where_and_until_when() {
        assertThat(ProofWords.hours(new Hours(List.of("US", "Florida"), List.of("America/New_York"), false, CLOSING)))
                .isEqualTo("Open by the hours of US and Florida in America/New_York (by area code)"
                        + " until 8:00 PM on December 1, 2026.");
        assertThat(ProofWords.hours(
                        new Hours(List.of("US"), List.of("America/Chicago", "America/New_York"), true, CLOSING)))
                .isEqualTo("Open by the hours of US in America/Chicago and America/New_York (as they told us)"
                        + " until 7:00 PM on December 1, 2026 in America/Chicago.");
        assertThat(ProofWords.hours(new Hours(List.of("US"), List.of("America/New_York"), false, null)))
                .isEqualTo("Open by the hours of US in America/New_York (by area code).");
        assertThat(ProofWords.hours(null)).isEqualTo("No hours limited it.");
    }

    @Test
    void that_opt_outs_were_looked_at_is_said_only_when_they_were() {
        assertThat(ProofWords.optOuts(List.of("opted_out", "no_consent"))).isEqualTo("They had not opted out.");
        assertThat(ProofWords.optOuts(List.of("no_consent"))).isEqualTo("Opt-outs were not looked at.");
    }

    private static String said(Consent consent, @Nullable String campaign) {
        return ProofWords.consent(consent.id().toString(), consent, campaign, NEW_YORK);
    }

    private static Consent consent(Source source, String quote, @Nullable String actor, String method) {
        return new Consent(
                new UUID(0, 7),
                Consent.Act.GRANTED,
                Category.MARKETING,
                LATE,
                LATE,
                new Evidence(source, quote, null, actor),
                new Proof(method, "", "", "", "", "", ""));
    }
}
