package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.Standing.Source;
import io.cloudpbx.messaging.flow.Verdict.Later;
import io.cloudpbx.messaging.flow.Verdict.Refuse;
import io.cloudpbx.messaging.flow.Verdict.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Quiet hours as the gate tells of them. */
class TextGateHoursTest {
    private static final Instant LONG_AGO = Question.NOON.minus(Duration.ofDays(9));

    @Test
    void a_text_waits_only_when_nothing_but_the_hour_stands_against_it() {
        Question question = new Question(TextKind.MARKETING);
        question.now = Instant.parse("2026-09-16T10:20:00Z");

        assertThat(question.decide()).isInstanceOfSatisfying(Later.class, later -> {
            assertThat(later.until()).isEqualTo("2026-09-16T14:00:00Z");
            assertThat(later.because().sentence())
                    .isEqualTo("It is 6:20 AM for them. The hours of US are closed now."
                            + " It can go on Wednesday 10:00 AM, their time.");
        });
        question.optedOut = new OptedOut(LONG_AGO, Source.KEYWORD, "STOP");
        assertThat(question.decide()).isInstanceOf(Refuse.class);
    }

    /** 8 PM in New York by our own hours for marketing, an hour later by the state's for all else. */
    @Test
    void a_text_that_hours_bind_is_not_to_arrive_after_they_close() {
        Question marketing = new Question(TextKind.MARKETING);
        Question informational = new Question(TextKind.INFORMATIONAL);

        assertThat(marketing.decide())
                .isInstanceOfSatisfying(
                        Send.class, send -> assertThat(send.until()).isEqualTo("2026-09-17T00:00:00Z"));
        assertThat(informational.decide())
                .isInstanceOfSatisfying(
                        Send.class, send -> assertThat(send.until()).isEqualTo("2026-09-17T01:00:00Z"));
    }

    @Test
    void the_first_zone_to_close_is_the_one_that_counts() {
        Question question = new Question(TextKind.MARKETING);
        question.place = new Place(Set.of(), Set.of(Question.LOS_ANGELES, Question.NEW_YORK), Place.Evidence.AREA_CODE);

        assertThat(question.decide())
                .isInstanceOfSatisfying(
                        Send.class, send -> assertThat(send.until()).isEqualTo("2026-09-17T00:00:00Z"));
    }

    @Test
    void a_yes_names_the_hours_the_consent_and_the_time_of_the_look_that_it_rests_on() {
        Question marketing = new Question(TextKind.MARKETING);
        marketing.place =
                new Place(Set.of(), Set.of(Question.LOS_ANGELES, Question.NEW_YORK), Place.Evidence.AREA_CODE);
        Question informational = new Question(TextKind.INFORMATIONAL);
        informational.informational = null;

        List<String> rules = Objects.requireNonNull(grounds(marketing).hours()).rules();

        assertThat(grounds(marketing))
                .isEqualTo(new Grounds(
                        Question.NOON,
                        "c-2",
                        new Grounds.Hours(
                                rules,
                                List.of("America/Los_Angeles", "America/New_York"),
                                false,
                                Instant.parse("2026-09-17T00:00:00Z"))));
        assertThat(rules).contains("US").hasSize(2);
        assertThat(grounds(informational).consent())
                .as("who agreed to be sold things agreed to be told things")
                .isEqualTo("c-2");
        assertThat(grounds(new Question(TextKind.PERSONAL)))
                .as("a person decides")
                .isEqualTo(new Grounds(Question.NOON, null, null));
    }

    private static Grounds grounds(Question question) {
        return ((Send) question.decide()).grounds();
    }

    @Test
    void what_goes_at_any_hour_may_arrive_at_any() {
        for (TextKind kind : List.of(TextKind.PERSONAL, TextKind.ASSISTANT, TextKind.CONFIRMATION)) {
            assertThat(new Question(kind).decide())
                    .isInstanceOfSatisfying(
                            Send.class, send -> assertThat(send.until()).isNull());
        }
    }

    @Test
    void a_person_is_told_the_hour_and_decides() {
        Question question = new Question(TextKind.PERSONAL);
        question.now = Instant.parse("2026-09-16T10:20:00Z");

        Verdict verdict = question.decide();

        assertThat(verdict).isInstanceOf(Send.class);
        assertThat(verdict.checks().getLast().sentence()).isEqualTo("It is 6:20 AM for them. A person decides.");
    }

    @Test
    void where_several_zones_are_possible_the_hour_is_given_as_a_span() {
        Question question = new Question(TextKind.PERSONAL);
        question.place = new Place(Set.of(), Set.of(Question.LOS_ANGELES, Question.NEW_YORK), Place.Evidence.AREA_CODE);

        assertThat(question.decide().checks().getLast().sentence())
                .startsWith("It is between 10:00 AM and 1:00 PM for them.");
    }

    @Test
    void nothing_automatic_waits_for_a_decent_hour_in_an_unknown_place() {
        for (TextKind kind : List.of(TextKind.INFORMATIONAL, TextKind.MARKETING)) {
            Question question = new Question(kind);
            question.place = Place.UNKNOWN;

            assertThat(question.decide())
                    .isInstanceOfSatisfying(
                            Refuse.class,
                            refuse -> assertThat(refuse.because())
                                    .extracting(Check::code, Check::rule)
                                    .containsExactly("quiet_hours", "C19"));
        }
    }

    @Test
    void hours_that_never_open_are_a_refusal() {
        Question question = new Question(TextKind.INFORMATIONAL);
        question.place = new Place(Set.of("US-XX"), Set.of(Question.NEW_YORK), Place.Evidence.STATED);
        question.states = List.of(new LocalHours(
                "US-XX", "Nowhere", java.util.Map.of(), false, null, "a test", java.time.LocalDate.EPOCH, null, null));

        assertThat(question.decide())
                .isInstanceOfSatisfying(
                        Refuse.class,
                        refuse -> assertThat(refuse.because().sentence())
                                .contains("The hours of Nowhere are closed now. They do not open within two weeks."));
    }
}
