package io.cloudpbx.review.web;

import static io.cloudpbx.calls.PastCalls.offline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.ApiPerson.Answer;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What rules decide; what a model decides is in the journeys. */
@WebTest
class ReviewTest {
    private static final String TESTS = "/api/receptionist/tests";
    private static final String RUNS = "/api/receptionist/runs";
    private static final Decision PARDON = new Decision.Reprompt("Pardon?");
    private static final Decision EMERGENCY = new Decision.Emergency("Dial 911.");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MovableClock clock;

    private ApiPerson owner;
    private PastCalls past;

    @BeforeEach
    void nobody_has_called() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        past = new PastCalls(beans).none();
    }

    @Test
    void a_bad_turn_becomes_a_test_with_all_that_was_said_before_it() {
        UUID call = said("La la", PARDON, "There is a gas leak", PARDON);

        var made = make(call, 2, "emergency", null);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("heard").asString()).isEqualTo("There is a gas leak");
        assertThat(made.body().path("earlier").toString()).contains("{\"speaker\":\"caller\",\"words\":\"La la\"}");
        assertThat(make(call, 2, "operator", null).code()).isEqualTo("test_exists");
        assertThat(make(call, 9, "operator", null).code()).isEqualTo("turn_not_found");
        assertThat(owner.delete(TESTS + "/" + made.body().path("id").asString()).status())
                .isEqualTo(204);
        assertThat(owner.get(TESTS).each("/id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "dial, -, action",
                "connect, -, target",
                "emergency, hours, target",
                "connect, +19005550100, target"
            })
    void only_what_a_receptionist_can_do_can_be_expected(String action, @Nullable String target, String field) {
        var refused = make(said("Hello", PARDON), 1, action, target);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void tests_pass_or_fail_by_what_is_decided_now() {
        make(said("There is a gas leak in the kitchen", PARDON), 1, "emergency", null);
        make(said("Operator please", PARDON), 1, "emergency", null);

        var run = finished(start(plan("tests", "offline", "published", 0)));

        assertThat(run.at("/run/counts/turns").asInt()).isEqualTo(2);
        assertThat(run.at("/run/counts/same").asInt()).isEqualTo(1);
        assertThat(run.at("/run/counts/dollars").asDouble()).isZero();
        assertThat(owner.get(TESTS).each("/last/gist/kind")).containsExactlyInAnyOrder("emergency", "operator");
        assertThat(owner.get(TESTS).each("/last/same")).containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void past_calls_are_replayed_side_by_side_and_what_was_kept_of_them_stays_as_it_was() {
        UUID changed = said("There is a gas leak", PARDON);
        UUID same = said("My house is on fire", EMERGENCY);
        String before = owner.get("/api/calls/" + changed + "/conversation").text();

        var run = finished(start(plan("calls", "offline", "then", 7)));

        assertThat(run.path("turns").valueStream())
                .extracting(each -> each.at("/turn/callId").asString() + " "
                        + each.at("/turn/then/kind").asString() + " "
                        + each.at("/turn/now/gist/kind").asString() + " "
                        + each.at("/turn/now/same").asBoolean())
                .containsExactlyInAnyOrder(changed + " reprompt emergency false", same + " emergency emergency true");
        assertThat(run.path("turns").valueStream())
                .extracting(each -> each.path("words").asString())
                .contains("There is a gas leak");
        assertThat(owner.get("/api/calls/" + changed + "/conversation").text()).isEqualTo(before);
    }

    @Test
    void calls_that_are_too_old_or_without_words_are_left_out() {
        UUID old = past.call(clock.instant().minus(Duration.ofDays(8)), "answered");
        past.turn(old, 1, "Hello", offline(PARDON));

        assertThat(owner.post(RUNS, plan("calls", "offline", "then", 7)).code()).isEqualTo("nothing_to_run");
        assertThat(owner.post(RUNS + "/estimate", plan("calls", "offline", "then", 9))
                        .body()
                        .path("turns")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_begun_without_a_look_at_the_cost_and_no_model_is_asked_that_is_not_there() {
        said("Hello", PARDON);
        String unseen = plan("calls", "offline", "then", 7).replace("\"questions\": 0", "\"questions\": null");

        assertThat(owner.post(RUNS, unseen).body().at("/errors/0/code").asString())
                .isEqualTo("cost_not_seen");
        assertThat(owner.post(RUNS, plan("calls", "claude", "then", 7)).code()).isEqualTo("no_model");
        assertThat(owner.post(RUNS + "/estimate", plan("calls", "oracle", "then", 7))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void tests_are_given_out_as_the_bench_reads_them() {
        make(said("There is a gas leak", PARDON), 1, "emergency", null);

        var row = owner.get(TESTS + "/export.jsonl");

        assertThat(row.text()).endsWith("\n").hasLineCount(1);
        assertThat(row.body().path("text").asString()).isEqualTo("There is a gas leak");
        assertThat(row.body().path("lang").asString()).isEqualTo("en");
        assertThat(row.body().has("id")).isTrue();
    }

    @Test
    void whoever_is_forgotten_is_in_no_test() {
        UUID call = past.call(clock.instant(), "answered", "+14155550172");
        past.turn(call, 1, "There is a gas leak", offline(PARDON));
        make(call, 1, "emergency", null);
        var contact = owner.post(
                "/api/contacts", "{\"name\": \"Paula Reyes\", \"numbers\": [\"+14155550172\"], \"fields\": {}}");

        owner.delete("/api/contacts/" + contact.body().path("id").asString());

        assertThat(owner.get(TESTS).each("/id")).isEmpty();
    }

    @Test
    void agents_look_and_do_not_touch() {
        UUID call = said("Hello", PARDON);
        var agent = ApiPerson.of(Role.AGENT, port, beans);

        assertThat(agent.get(TESTS).status()).isEqualTo(200);
        assertThat(agent.get(RUNS).status()).isEqualTo(200);
        assertThat(agent.post(TESTS, body(call, 1, "operator", null)).status()).isEqualTo(403);
        assertThat(agent.post(RUNS, plan("calls", "offline", "then", 7)).status())
                .isEqualTo(403);
    }

    private UUID said(String words, Decision then) {
        UUID call = past.call(clock.instant(), "answered");
        past.turn(call, 1, words, offline(then));
        return call;
    }

    private UUID said(String first, Decision then, String second, Decision last) {
        UUID call = said(first, then);
        past.turn(call, 2, second, offline(last));
        return call;
    }

    private Answer make(UUID call, int turn, String action, @Nullable String target) {
        return owner.post(TESTS, body(call, turn, action, target));
    }

    private static String body(UUID call, int turn, String action, @Nullable String target) {
        String named = target == null ? "null" : "\"" + target + "\"";
        return "{\"callId\": \"%s\", \"turn\": %d, \"action\": \"%s\", \"target\": %s}"
                .formatted(call, turn, action, named);
    }

    private static String plan(String what, String mind, String briefing, int days) {
        return "{\"what\": \"%s\", \"mind\": \"%s\", \"model\": null, \"briefing\": \"%s\", \"days\": %d, \"questions\": 0}"
                .formatted(what, mind, briefing, days);
    }

    private String start(String plan) {
        var started = owner.post(RUNS, plan);
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return RUNS + "/" + started.body().path("id").asString();
    }

    private JsonNode finished(String run) {
        return await().until(
                        () -> owner.get(run).body(),
                        found -> List.of("done", "stopped")
                                .contains(found.at("/run/state").asString()));
    }
}
