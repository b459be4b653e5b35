package io.cloudpbx.calls.web;

import static io.cloudpbx.calls.PastCalls.MARIA;
import static io.cloudpbx.calls.PastCalls.MORNING;
import static io.cloudpbx.calls.PastCalls.decided;
import static io.cloudpbx.calls.PastCalls.offline;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.receptionist.Consulted;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.startup.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class TalksTest {
    private static final String AT = "/api/receptionist/conversations";
    private static final Decision TO_LUIS = new Decision.Connect("person_luis", "Connecting you to Luis.");
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
    private MovableClock clock;

    @Autowired
    private ObjectProvider<Recurring> recurring;

    private ApiPerson owner;
    private PastCalls past;

    @BeforeEach
    void nobody_has_called() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        past = new PastCalls(beans).none();
    }

    @Test
    void a_conversation_says_what_it_came_to_and_what_it_cost() {
        UUID call = past.call(MORNING, "answered");
        past.turn(call, 1, "About my bill", offline(new Decision.Reprompt("Pardon?")));
        past.turn(call, 2, "My bill", decided(TO_LUIS, "claude", new BigDecimal("0.0098"), ANSWERED));

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
        UUID call = past.call(MORNING, "answered");
        past.turn(call, 1, "My bill", decided(TO_LUIS, "claude", null, ANSWERED));

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
        UUID unclear = past.call(MORNING, "missed");
        past.turn(unclear, 1, "La la", offline(new Decision.Clarify("Whom?", List.of())));
        UUID silent = past.call(MORNING.plusSeconds(1), "abandoned");
        past.turn(silent, 1, "", null);
        UUID danger = past.call(MORNING.plusSeconds(2), "answered");
        past.turn(danger, 1, "Gas", offline(new Decision.Emergency("Dial 911.")));
        UUID slow = past.call(MORNING.plusSeconds(3), "answered");
        past.turn(slow, 1, "Luis", offline(TO_LUIS).after(Consulted.notAsked("too_slow")));

        assertThat(ids("")).containsExactly(slow, danger, silent, unclear);
        assertThat(ids("?mark=misunderstood")).containsExactly(silent, unclear);
        assertThat(ids("?mark=emergency")).containsExactly(danger);
        assertThat(ids("?mark=fell_back")).containsExactly(slow);
        assertThat(ids("?outcome=answered")).containsExactly(slow, danger);
        assertThat(owner.get(AT + "?mark=dull").status()).isEqualTo(422);
    }

    @Test
    void a_question_about_somebody_was_understood_and_calls_without_a_conversation_are_not_listed() {
        past.call(MORNING, "missed");
        UUID asked = past.call(MORNING, "answered");
        past.turn(asked, 1, "Dana or Luis", offline(new Decision.Clarify("Dana or Luis?", List.of("a", "b"))));

        assertThat(ids("")).containsExactly(asked);
        assertThat(ids("?mark=misunderstood")).isEmpty();
        assertThat(owner.get(AT + "/" + UUID.randomUUID()).code()).isEqualTo("conversation_not_found");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void pages_follow_one_another_without_a_gap(int limit) {
        for (int i = 0; i < 3; i++) {
            past.turn(past.call(MORNING.plusSeconds(i / 2), "handled"), 1, "Hello", null);
        }
        var all = ids("");

        var first = owner.get(AT + "?limit=" + limit);
        String cursor = first.body().path("next").asString();

        assertThat(first.each("/id")).hasSize(limit);
        assertThat(ids("?limit=2&cursor=" + cursor)).isEqualTo(all.subList(limit, 3));
    }

    @Test
    void words_are_deleted_when_they_are_old_and_what_came_of_them_stays() {
        var old = clock.instant().minus(Duration.ofDays(31));
        UUID gone = past.call(old, "answered");
        past.turn(gone, 1, "My secret", decided(TO_LUIS, "claude", new BigDecimal("0.01"), ANSWERED), old);
        UUID kept = past.call(clock.instant(), "answered");
        past.turn(kept, 1, "My bill", offline(TO_LUIS), clock.instant());
        keepWordsFor(30);

        sweep();

        var talk = owner.get(AT + "/" + gone);
        assertThat(talk.text()).doesNotContain("My secret", "Connecting you", "How can I help", "card number");
        assertThat(talk.body().at("/story/0/wordsDeletedAt").isNull()).isFalse();
        assertThat(talk.body().at("/story/0/weighed/decision/target").asString())
                .isEqualTo("person_luis");
        assertThat(talk.body().path("turns").asInt()).isEqualTo(1);
        assertThat(talk.body().path("dollars").asDouble()).isEqualTo(0.01);
        assertThat(owner.get(AT + "/" + kept).text()).contains("My bill");
    }

    @Test
    void whoever_is_to_be_forgotten_has_said_nothing() {
        UUID theirs = past.call(MORNING, "answered", "+14155550171");
        past.turn(theirs, 1, "My secret", offline(TO_LUIS));
        UUID another = past.call(MORNING, "answered", MARIA);
        past.turn(another, 1, "My bill", offline(TO_LUIS));
        var contact = owner.post(
                "/api/contacts", "{\"name\": \"Paula Reyes\", \"numbers\": [\"+14155550171\"], \"fields\": {}}");

        assertThat(owner.delete("/api/contacts/" + contact.body().path("id").asString())
                        .status())
                .isEqualTo(200);

        assertThat(owner.get(AT + "/" + theirs).text()).doesNotContain("My secret");
        assertThat(owner.get(AT + "/" + another).text()).contains("My bill");
    }

    private void keepWordsFor(int days) {
        String settings = "/api/settings/receptionist";
        long version = owner.get(settings).body().path("version").asLong();
        String wanted = "{\"keepWordsDays\": %d, \"version\": %d}";
        assertThat(owner.put(settings, wanted.formatted(0, version)).status()).isEqualTo(422);
        assertThat(owner.put(settings, wanted.formatted(days, version)).status())
                .isEqualTo(200);
        assertThat(owner.put(settings, wanted.formatted(days, version)).code()).isEqualTo("settings_changed");
    }

    private void sweep() {
        recurring.stream()
                .filter(work -> work.name().equals("calls.delete-words"))
                .forEach(Recurring::run);
    }

    private List<UUID> ids(String query) {
        return owner.get(AT + query).each("/id").stream().map(UUID::fromString).toList();
    }
}
