package io.cloudpbx.calls.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.Heard;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.receptionist.Consulted;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Decision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class TalksTest {
    private static final String AT = "/api/receptionist/conversations";
    private static final Instant MORNING = Instant.parse("2026-11-30T18:00:00Z");
    private static final Consulted ANSWERED = new Consulted(
            "req_1",
            "transfer",
            Map.of("target_id", "person_luis", "say", "My card is 4111 1111 1111 1111"),
            "abcdef012345",
            3L,
            null);

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TurnRows turns;

    @Autowired
    private JdbcClient jdbc;

    private ApiPerson owner;

    @BeforeEach
    void nobody_has_called() {
        owner = ApiPerson.of(Role.READ_ONLY, port, beans);
        jdbc.sql("delete from call_turn").update();
        jdbc.sql("delete from call_step").update();
        jdbc.sql("delete from call").update();
    }

    @Test
    void a_conversation_says_what_it_came_to_and_what_it_cost() {
        UUID call = call(MORNING, "answered");
        turn(call, 1, "About my bill", decided(new Decision.Reprompt("Pardon?"), "offline", null, null));
        turn(call, 2, "My bill", decided(connect(), "claude", new BigDecimal("0.0098"), ANSWERED));

        var talk = owner.get(AT).body().at("/items/0");

        assertThat(talk.path("id").asString()).isEqualTo(call.toString());
        assertThat(talk.at("/call/outcome").asString()).isEqualTo("answered");
        assertThat(talk.path("words").asString()).isEqualTo("About my bill");
        assertThat(talk.path("turns").asInt()).isEqualTo(2);
        assertThat(talk.path("misunderstood").asInt()).isEqualTo(1);
        assertThat(talk.path("emergency").asBoolean()).isFalse();
        assertThat(talk.path("fellBack").asBoolean()).isFalse();
        assertThat(talk.path("minds").toString()).isEqualTo("[\"claude\",\"offline\"]");
        assertThat(talk.path("dollars").asDouble()).isEqualTo(0.0098);
    }

    @Test
    void a_turn_keeps_what_the_model_chose_without_card_numbers() {
        UUID call = call(MORNING, "answered");
        turn(call, 1, "My bill", decided(connect(), "claude", null, ANSWERED));

        var weighed = owner.get(AT + "/" + call).body().at("/story/0/weighed");

        assertThat(weighed.path("requestId").asString()).isEqualTo("req_1");
        assertThat(weighed.path("tool").asString()).isEqualTo("transfer");
        assertThat(weighed.path("arguments").toString())
                .contains("person_luis", "[card number]")
                .doesNotContain("4111");
        assertThat(weighed.path("promptVersion").asString()).isEqualTo("abcdef012345");
        assertThat(weighed.path("briefingVersion").asLong()).isEqualTo(3);
        assertThat(owner.get(AT).body().at("/items/0/unpriced").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_marked_is_found_by_its_mark() {
        UUID unclear = call(MORNING, "missed");
        turn(unclear, 1, "La la", decided(new Decision.Clarify("Whom?", List.of()), "offline", null, null));
        UUID silent = call(MORNING.plusSeconds(1), "abandoned");
        turn(silent, 1, "", null);
        UUID danger = call(MORNING.plusSeconds(2), "answered");
        turn(danger, 1, "Gas", decided(new Decision.Emergency("Dial 911."), "offline", null, null));
        UUID slow = call(MORNING.plusSeconds(3), "answered");
        turn(slow, 1, "Luis", decided(connect(), "offline", null, Consulted.notAsked("too_slow")));

        assertThat(ids("")).containsExactly(slow, danger, silent, unclear);
        assertThat(ids("?mark=misunderstood")).containsExactly(silent, unclear);
        assertThat(ids("?mark=emergency")).containsExactly(danger);
        assertThat(ids("?mark=fell_back")).containsExactly(slow);
        assertThat(ids("?outcome=answered")).containsExactly(slow, danger);
        assertThat(owner.get(AT + "?mark=dull").status()).isEqualTo(422);
    }

    @Test
    void a_question_about_somebody_was_understood_and_calls_without_a_conversation_are_not_listed() {
        call(MORNING, "missed");
        UUID asked = call(MORNING, "answered");
        turn(
                asked,
                1,
                "Dana or Luis",
                decided(new Decision.Clarify("Dana or Luis?", List.of("a", "b")), "offline", null, null));

        assertThat(ids("")).containsExactly(asked);
        assertThat(ids("?mark=misunderstood")).isEmpty();
        assertThat(owner.get(AT + "/" + UUID.randomUUID()).code()).isEqualTo("conversation_not_found");
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void pages_follow_one_another_without_a_gap(int limit) {
        for (int i = 0; i < 3; i++) {
            turn(call(MORNING.plusSeconds(i / 2), "handled"), 1, "Hello", null);
        }
        var all = ids("");

        var first = owner.get(AT + "?limit=" + limit);
        var next = owner.get(AT + "?limit=2&cursor=" + first.body().path("next").asString());

        assertThat(first.each("/id")).hasSize(limit);
        assertThat(next.each("/id"))
                .isEqualTo(all.subList(limit, 3).stream().map(UUID::toString).toList());
    }

    private List<UUID> ids(String query) {
        return owner.get(AT + query).each("/id").stream().map(UUID::fromString).toList();
    }

    private UUID call(Instant at, String outcome) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, ended_at, news_at, place, outcome, summary)
                        values (:id, :carrier, '+14155550148', '+18335550100', :at, :at, :at, 'ended', :outcome, '')""")
                .param("id", id)
                .param("carrier", "CA" + id.toString().replace("-", ""))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .update();
        return id;
    }

    private void turn(UUID call, int number, String words, @Nullable Decided decided) {
        turns.asked(call, number, "How can I help you?", MORNING);
        turns.heard(call, number, new Heard(words, 0.9, ""), MORNING);
        if (decided != null) {
            turns.weighed(call, number, kind(decided.decision()), decided, false);
        }
    }

    private static String kind(Decision decision) {
        return decision.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static Decision connect() {
        return new Decision.Connect("person_luis", "Connecting you to Luis.");
    }

    private static Decided decided(
            Decision decision, String mind, @Nullable BigDecimal dollars, @Nullable Consulted consulted) {
        return new Decided(
                decision,
                "en",
                mind,
                mind.equals("claude") ? "claude-opus-4-6" : null,
                Usage.NONE,
                dollars,
                Duration.ofMillis(3),
                "Because.",
                List.of(),
                consulted);
    }
}
