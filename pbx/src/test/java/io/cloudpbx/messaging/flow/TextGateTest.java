package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.Sender.Registration;
import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.Standing.Source;
import io.cloudpbx.messaging.flow.TextToSend.Asked;
import io.cloudpbx.messaging.flow.TextToSend.Reply;
import io.cloudpbx.messaging.flow.Verdict.Later;
import io.cloudpbx.messaging.flow.Verdict.Refuse;
import io.cloudpbx.messaging.flow.Verdict.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class TextGateTest {
    private static final Set<TextKind> ALL = EnumSet.allOf(TextKind.class);
    private static final Set<TextKind> AUTOMATIC =
            EnumSet.of(TextKind.ASSISTANT, TextKind.CONFIRMATION, TextKind.INFORMATIONAL, TextKind.MARKETING);
    private static final Instant LONG_AGO = Question.NOON.minus(Duration.ofDays(9));

    /**
     * One thing that stands against sending, and whom it stops.
     *
     * @param binds the kinds of text that it stops; all others go out all the same
     */
    record Obstacle(String code, Set<TextKind> binds, Consumer<Question> change) {
        @Override
        public String toString() {
            return code + " stops " + binds;
        }
    }

    static final List<Obstacle> OBSTACLES = List.of(
            new Obstacle("outbound_frozen", ALL, q -> q.frozen = true),
            new Obstacle("empty_body", ALL, q -> q.body = " \n"),
            new Obstacle("body_too_long", ALL, q -> {
                q.body = "a".repeat(1601);
                q.limits = new GateRules.Limits(50, 10, 20, 1);
            }),
            new Obstacle("too_many_segments", ALL, q -> q.body = "a".repeat(153 * 10 + 1)),
            new Obstacle("too_many_media", ALL, q -> q.media = 11),
            new Obstacle("not_a_number", ALL, q -> q.recipientKind = Recipient.Kind.NONE),
            new Obstacle("short_code", ALL, q -> q.recipientKind = Recipient.Kind.SHORT_CODE),
            new Obstacle("premium_number", ALL, q -> q.recipientKind = Recipient.Kind.PREMIUM),
            new Obstacle("toll_free_recipient", AUTOMATIC, q -> q.recipientKind = Recipient.Kind.TOLL_FREE),
            new Obstacle("own_number", ALL, q -> q.ownNumber = true),
            new Obstacle("country_not_allowed", ALL, q -> q.country = "JM"),
            new Obstacle("unreachable", AUTOMATIC, q -> q.unreachable = "it is a landline."),
            new Obstacle("sender_not_ours", ALL, q -> q.ours = false),
            new Obstacle("sender_not_ready", ALL, q -> q.ready = false),
            new Obstacle("sender_cannot_text", ALL, q -> q.sms = false),
            new Obstacle("sender_cannot_send_media", ALL, q -> {
                q.media = 1;
                q.mms = false;
            }),
            new Obstacle("sender_not_registered", ALL, q -> q.registration = Registration.PENDING),
            new Obstacle(
                    "opted_out",
                    EnumSet.complementOf(EnumSet.of(TextKind.CONFIRMATION)),
                    q -> q.optedOut = new OptedOut(LONG_AGO, Source.KEYWORD, "STOP")),
            new Obstacle("no_consent", EnumSet.of(TextKind.INFORMATIONAL, TextKind.MARKETING), q -> {
                q.informational = null;
                q.marketing = null;
            }),
            new Obstacle("marketing_paused", EnumSet.of(TextKind.MARKETING), q -> q.paused = LONG_AGO),
            new Obstacle("canada_not_enabled", EnumSet.of(TextKind.MARKETING), q -> q.country = "CA"),
            new Obstacle("taken_over", EnumSet.of(TextKind.ASSISTANT), q -> q.epoch = 4),
            new Obstacle("ai_off", EnumSet.of(TextKind.ASSISTANT), q -> q.assistantOn = false),
            new Obstacle("stale_draft", EnumSet.of(TextKind.ASSISTANT), q -> q.lastInbound = 8),
            new Obstacle("nobody_asked", EnumSet.of(TextKind.ASSISTANT), q -> q.wroteAt = null),
            new Obstacle(
                    "carrier_answers",
                    EnumSet.of(TextKind.CONFIRMATION),
                    q -> q.asked = new Asked(Reply.STOP, Question.NOON, true, null)),
            new Obstacle(
                    "already_confirmed",
                    EnumSet.of(TextKind.CONFIRMATION),
                    q -> q.asked = new Asked(Reply.STOP, Question.NOON, false, Question.NOON)),
            new Obstacle(
                    "confirmation_late",
                    EnumSet.of(TextKind.CONFIRMATION),
                    q -> q.asked = new Asked(Reply.STOP, Question.NOON.minusSeconds(301), false, null)),
            new Obstacle(
                    "reply_limit", EnumSet.of(TextKind.ASSISTANT, TextKind.INFORMATIONAL), q -> q.repliesLastHour = 20),
            new Obstacle(
                    "repeated_text", EnumSet.of(TextKind.ASSISTANT), q -> q.previousReply = " your table is READY."),
            new Obstacle(
                    "marketing_cap",
                    EnumSet.of(TextKind.MARKETING),
                    q -> q.campaignsLastDay = q.kind == TextKind.INFORMATIONAL ? 0 : 1),
            new Obstacle(
                    "campaign_cap",
                    EnumSet.of(TextKind.INFORMATIONAL),
                    q -> q.campaignsLastDay = q.kind == TextKind.MARKETING ? 0 : 1),
            new Obstacle("spend_ceiling", ALL, q -> q.spentToday = 992_001),
            new Obstacle(
                    "quiet_hours",
                    EnumSet.of(TextKind.INFORMATIONAL, TextKind.MARKETING),
                    q -> q.now = Instant.parse("2026-09-16T10:20:00Z")));

    @ParameterizedTest
    @EnumSource
    void where_nothing_stands_against_it_a_text_goes(TextKind kind) {
        assertThat(new Question(kind).decide()).isInstanceOf(Send.class);
    }

    @ParameterizedTest
    @FieldSource("OBSTACLES")
    void each_obstacle_alone_stops_exactly_the_kinds_that_it_binds(Obstacle obstacle) {
        for (TextKind kind : TextKind.values()) {
            Question question = new Question(kind);
            obstacle.change().accept(question);
            // Confirmations and answers are about what was just said, whenever that is.
            if (obstacle.code().equals("quiet_hours")) {
                question.asked = new Asked(Reply.STOP, question.now, false, null);
            }
            List<String> failed = question.decide().checks().stream()
                    .filter(check -> !check.passed())
                    .map(Check::code)
                    .toList();
            assertThat(failed)
                    .as("%s", kind)
                    .isEqualTo(obstacle.binds().contains(kind) ? List.of(obstacle.code()) : List.of());
        }
    }

    @Test
    void every_check_that_there_is_can_fail() {
        Set<String> made = Arrays.stream(TextKind.values())
                .flatMap(kind -> new Question(kind).decide().checks().stream())
                .map(Check::code)
                .collect(Collectors.toSet());

        assertThat(OBSTACLES.stream().map(Obstacle::code)).containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @FieldSource("OBSTACLES")
    void all_checks_are_listed_whatever_fails_and_say_what_was_found(Obstacle obstacle) {
        for (TextKind kind : obstacle.binds()) {
            List<Check> fine = new Question(kind).decide().checks();
            Question question = new Question(kind);
            obstacle.change().accept(question);
            List<Check> checks = question.decide().checks();

            assertThat(checks)
                    .extracting(Check::code)
                    .isEqualTo(fine.stream().map(Check::code).toList());
            assertThat(checks).allSatisfy(check -> {
                assertThat(check.sentence()).endsWith(".").doesNotContain("null");
                assertThat(check.rule()).matches("[CSRTA]\\d+|\\d{5}");
            });
        }
    }

    /** Of two obstacles, the earlier check is the one that is named. */
    @Test
    void the_first_check_that_fails_decides() {
        for (TextKind kind : TextKind.values()) {
            List<String> order = new Question(kind)
                    .decide().checks().stream().map(Check::code).toList();
            List<Obstacle> binding =
                    OBSTACLES.stream().filter(o -> o.binds().contains(kind)).toList();
            for (Obstacle one : binding) {
                for (Obstacle other : binding) {
                    Question question = new Question(kind);
                    one.change().accept(question);
                    other.change().accept(question);
                    Verdict verdict = question.decide();
                    Set<String> failing = failing(verdict);
                    // Empty where the second change undoes the first, as a shorter body does a longer one.
                    String first =
                            order.stream().filter(failing::contains).findFirst().orElse("");
                    assertThat(because(verdict)).isEqualTo(first);
                }
            }
        }
    }

    @Test
    void no_setting_allows_more_than_three_campaign_texts_a_day_and_a_state_may_allow_fewer() {
        Question question = new Question(TextKind.MARKETING);
        question.limits = new GateRules.Limits(10, 10, 20, 99);
        question.campaignsLastDay = 2;
        assertThat(question.decide()).isInstanceOf(Send.class);
        question.campaignsLastDay = 3;
        assertThat(because(question.decide())).isEqualTo("marketing_cap");

        LocalHours strict = Question.daily("US-NY", "08:00", "21:00");
        question.states = List.of(new LocalHours(
                "US-NY", "New York", strict.windows(), false, 2, "a test", strict.checkedOn(), null, null));
        question.campaignsLastDay = 2;
        assertThat(because(question.decide())).isEqualTo("marketing_cap");
    }

    @Test
    void what_one_person_is_texted_alone_is_no_campaign_unless_it_is_marketing() {
        Question news = new Question(TextKind.INFORMATIONAL);
        news.toMany = false;
        news.campaignsLastDay = 3;
        assertThat(news.decide())
                .isInstanceOfSatisfying(
                        Send.class, sent -> assertThat(sent.mostADay()).isEqualTo(Send.UNLIMITED));

        Question offer = new Question(TextKind.MARKETING);
        offer.toMany = false;
        offer.campaignsLastDay = 3;
        assertThat(because(offer.decide())).isEqualTo("marketing_cap");
    }

    @Test
    void news_to_many_are_as_few_a_day_as_marketing() {
        assertThat(new Question(TextKind.INFORMATIONAL).decide())
                .isInstanceOfSatisfying(
                        Send.class, sent -> assertThat(sent.mostADay()).isEqualTo(1));
    }

    @Test
    void the_last_cent_may_be_spent_and_not_one_more() {
        Question question = new Question(TextKind.PERSONAL);
        question.spentToday = 992_000;
        assertThat(question.decide()).isInstanceOf(Send.class);
        question.body = "a".repeat(161);
        assertThat(because(question.decide())).isEqualTo("spend_ceiling");
        question.body = "";
        question.media = 1;
        assertThat(because(question.decide())).isEqualTo("spend_ceiling");
        question.spentToday = Long.MAX_VALUE;
        assertThat(because(question.decide())).isEqualTo("spend_ceiling");
    }

    @Test
    void a_sender_of_which_the_carrier_lists_no_registration_may_try_and_that_is_said() {
        Question question = new Question(TextKind.PERSONAL);
        question.registration = Registration.UNKNOWN;

        assertThat(question.decide()).isInstanceOf(Send.class);
        assertThat(question.decide().checks())
                .anySatisfy(check -> assertThat(check.sentence()).contains("the carrier lists no registration"));
    }

    @Test
    void a_picture_needs_no_words() {
        Question question = new Question(TextKind.PERSONAL);
        question.body = "";
        question.media = 10;

        assertThat(question.decide()).isInstanceOf(Send.class);
    }

    private static Set<String> failing(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> !check.passed())
                .map(Check::code)
                .collect(Collectors.toSet());
    }

    private static String because(Verdict verdict) {
        return switch (verdict) {
            case Send send -> "";
            case Later later -> later.because().code();
            case Refuse refuse -> refuse.because().code();
        };
    }
}
