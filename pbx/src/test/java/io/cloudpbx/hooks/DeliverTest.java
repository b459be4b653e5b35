package io.cloudpbx.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.hooks.Delivery.State;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** T19: signed, retried, logged, replayed, and told once; the clock is moved, the receiver is real. */
class DeliverTest {
    private static final HookHouse HOUSE = new HookHouse();
    private static final PhoneNumber CALLER = new PhoneNumber("+14155550142");

    private final Receiver receiver = new Receiver();
    private final MovableClock clock = HOUSE.bean(MovableClock.class);
    private final Deliveries deliveries = HOUSE.bean(Deliveries.class);
    private final Endpoints endpoints = HOUSE.bean(Endpoints.class);

    @AfterEach
    void nobody_listens_any_more() {
        endpoints.all().forEach(endpoint -> endpoints.delete(endpoint.id()));
        HOUSE.paused().clear();
        receiver.close();
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void who_wants_it_is_told_once_however_often_it_is_heard_of() {
        Endpoint calls = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        Endpoint texts = HOUSE.endpoint(receiver, EventType.TEXT_RECEIVED);
        var call = call("a");

        HOUSE.happens(call);
        HOUSE.happens(call);

        assertThat(HOUSE.run(calls)).isInstanceOf(Outcome.Done.class);
        assertThat(HOUSE.run(texts)).isInstanceOf(Outcome.Done.class);
        assertThat(receiver.got())
                .singleElement()
                .satisfies(got -> assertThat(got.body())
                        .startsWith("{\"type\":\"call.ended\",\"timestamp\":\"")
                        .endsWith(",\"data\":{\"id\":\"a\"}}"));
        assertThat(HOUSE.log(texts)).isEmpty();
    }

    @Test
    void what_is_rolled_back_is_never_told() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);

        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            HOUSE.bean(Telling.class).tell(call("a"));
            status.setRollbackOnly();
        });

        assertThat(HOUSE.run(endpoint)).isInstanceOf(Outcome.Done.class);
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void what_happened_before_the_endpoint_was_there_is_not_told() {
        var before = call("a");
        clock.advance(Duration.ofSeconds(1));
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);

        HOUSE.happens(before);

        assertThat(HOUSE.log(endpoint)).isEmpty();
    }

    @Test
    void a_receiver_that_fails_is_asked_again_under_the_same_id_until_it_takes_it() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        receiver.answers(503);
        HOUSE.happens(call("a"));
        HOUSE.passes(endpoint, Duration.ofMinutes(1));
        receiver.answers(204);
        HOUSE.passes(endpoint, Duration.ofMinutes(3));

        assertThat(receiver.got()).hasSize(4);
        assertThat(receiver.got().stream().map(got -> got.header("webhook-id"))).containsOnly(messageId(endpoint));
        assertThat(receiver.got().stream().map(Receiver.Got::body).distinct()).hasSize(1);
        assertThat(receiver.got().stream()
                        .map(got -> got.header("webhook-timestamp"))
                        .distinct())
                .as("each attempt has a time of its own, so that an old one can be told from a new")
                .hasSizeGreaterThan(2);
        var delivery = HOUSE.log(endpoint).getFirst();
        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(deliveries.tries(delivery.id()).stream().map(Try::status)).containsExactly(503, 503, 503, 204);
        assertThat(deliveries.tries(delivery.id()).getFirst().answer()).isEqualTo("status 503");
    }

    @Test
    void after_twelve_attempts_it_is_given_up_and_who_took_nothing_meanwhile_is_paused_and_people_are_told() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        receiver.answers(500);
        HOUSE.happens(call("a"));
        HOUSE.passes(endpoint, Duration.ofDays(4));

        assertThat(receiver.got()).hasSize(12);
        assertThat(HOUSE.log(endpoint).getFirst().state()).isEqualTo(State.FAILED);
        assertThat(HOUSE.present(endpoint).pausedWhy()).isEqualTo("It took nothing for three days.");
        assertThat(HOUSE.paused())
                .containsExactly(new WebhookPaused(endpoint.id(), "127.0.0.1", "It took nothing for three days."));
    }

    @Test
    void who_fails_at_one_thing_and_takes_others_goes_on_being_told() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        receiver.answers(500);
        HOUSE.happens(call("poison"));
        HOUSE.passes(endpoint, Duration.ofDays(1));
        receiver.answers(exchange ->
                Receiver.reply(exchange, receiver.got().getLast().body().contains("poison") ? 500 : 200, ""));
        HOUSE.happens(call("b"));
        HOUSE.passes(endpoint, Duration.ofDays(4));

        assertThat(HOUSE.log(endpoint).stream().map(Delivery::state)).containsExactly(State.DELIVERED, State.FAILED);
        assertThat(HOUSE.present(endpoint).pausedAt()).isNull();
    }

    @Test
    void who_says_to_be_gone_is_paused_at_once() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        receiver.answers(410);
        HOUSE.happens(call("a"));

        assertThat(HOUSE.run(endpoint)).isInstanceOf(Outcome.Done.class);
        assertThat(HOUSE.present(endpoint).pausedWhy()).contains("410");
        assertThat(HOUSE.paused()).hasSize(1);
    }

    @Test
    void while_it_is_paused_it_waits_and_then_goes_out() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        endpoints.pause(endpoint.id(), "Dana");
        HOUSE.happens(call("a"));
        assertThat(HOUSE.run(endpoint)).isInstanceOf(Outcome.Done.class);
        assertThat(receiver.got()).isEmpty();

        endpoints.resume(endpoint.id());

        assertThat(asked(endpoint)).isEqualTo(1);
        HOUSE.run(endpoint);
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void one_that_is_not_there_is_not_asked_for_everything_that_is_due_at_once() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        receiver.close();
        List.of("a", "b", "c").forEach(subject -> HOUSE.happens(call(subject)));

        assertThat(HOUSE.run(endpoint)).isEqualTo(new Outcome.Again(Duration.ofSeconds(5)));
        assertThat(HOUSE.log(endpoint).stream().mapToInt(Delivery::tries).sum()).isEqualTo(1);
    }

    @Test
    void a_person_sends_one_again_under_the_same_id_and_all_that_failed_since() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        receiver.answers(410);
        HOUSE.happens(call("old"));
        HOUSE.run(endpoint);
        endpoints.resume(endpoint.id());
        clock.advance(Duration.ofHours(1));
        Instant since = clock.instant();
        HOUSE.happens(call("new"));
        HOUSE.run(endpoint);
        endpoints.resume(endpoint.id());
        receiver.answers(200);

        assertThat(deliveries.replayFailed(endpoint.id(), since)).isEqualTo(1);
        HOUSE.run(endpoint);
        assertThat(HOUSE.log(endpoint).stream().map(Delivery::state)).containsExactly(State.DELIVERED, State.FAILED);

        deliveries.replay(endpoint.id(), HOUSE.log(endpoint).getFirst().id());
        HOUSE.run(endpoint);
        assertThat(receiver.got()).hasSize(4);
        assertThat(receiver.got().getLast().header("webhook-id"))
                .isEqualTo(receiver.got().get(1).header("webhook-id"));
    }

    @Test
    void a_secret_that_was_replaced_signs_for_a_day_more() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        var first = endpoints.secrets(endpoint.id()).getFirst();
        var second = endpoints.rotateSecret(endpoint.id()).secret();

        assertThat(endpoints.secrets(endpoint.id())).containsExactly(second, first);
        HOUSE.happens(call("a"));
        HOUSE.run(endpoint);
        assertThat(receiver.got().getFirst().header("webhook-signature").split(" "))
                .hasSize(2);

        clock.advance(Duration.ofHours(24));
        assertThat(endpoints.secrets(endpoint.id())).containsExactly(second);
    }

    @Test
    void a_test_is_sent_whatever_was_chosen_and_each_is_another() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CAMPAIGN_ENDED);
        deliveries.test(endpoint.id(), "Dana");
        deliveries.test(endpoint.id(), "Dana");
        HOUSE.run(endpoint);

        assertThat(receiver.got())
                .hasSize(2)
                .allSatisfy(got -> assertThat(got.body())
                        .startsWith("{\"type\":\"webhook.test\"")
                        .contains("\"askedForBy\":\"Dana\""));
    }

    @Test
    void what_is_about_somebody_who_is_to_be_forgotten_goes_also_when_it_waits() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        HOUSE.happens(call("theirs"));
        HOUSE.happens(new Happening(EventType.CALL_ENDED, "other", clock.instant(), null, Map.of()));

        HOUSE.bean(Forget.class).on(new ContactDeleted(UUID.randomUUID(), List.of(CALLER)));
        HOUSE.run(endpoint);

        assertThat(receiver.got()).hasSize(1);
        assertThat(HOUSE.log(endpoint)).hasSize(1);
    }

    @Test
    void after_thirty_days_the_log_is_empty_and_what_is_that_old_is_not_told_again() {
        Endpoint endpoint = HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        var call = call("a");
        HOUSE.happens(call);
        HOUSE.run(endpoint);
        clock.advance(Duration.ofDays(30).plusMinutes(1));
        HOUSE.bean(Forget.class).run();
        HOUSE.happens(call);

        assertThat(HOUSE.log(endpoint)).isEmpty();
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) as left_over from webhook_try")
                        .query((row, index) -> row.getInt("left_over"))
                        .single())
                .isZero();
    }

    @Test
    void an_address_that_is_not_safe_is_refused_with_why() {
        refused("ftp://hooks.example/", "not_https");
        refused("https://dana:secret@127.0.0.1/", "invalid_url");
        refused("https:///path", "invalid_url");
        refused("https://10.1.2.3/", "not_public");
        refused("https://169.254.169.254/latest/meta-data", "not_public");
        refused("https://[fe80::1]/", "not_public");
    }

    private void refused(String url, String code) {
        var wish = new EndpointWish(URI.create(url), "", Set.of(EventType.CALL_ENDED));
        assertThatThrownBy(() -> endpoints.add(wish, "Dana"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.document().toString()).contains("code=" + code));
    }

    @Test
    void there_can_be_ten() {
        for (int i = 0; i < 10; i++) {
            HOUSE.endpoint(receiver, EventType.CALL_ENDED);
        }
        assertThatThrownBy(() -> HOUSE.endpoint(receiver, EventType.CALL_ENDED))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("too_many_webhooks"));
    }

    private String messageId(Endpoint endpoint) {
        return HOUSE.log(endpoint).getFirst().messageId();
    }

    /** How often the job of an endpoint is asked for at this moment: once or not at all. */
    private static int asked(Endpoint endpoint) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) as asked from scheduled_tasks where task_name = :kind and task_instance = :key")
                .param("kind", Deliver.KIND)
                .param("key", endpoint.id().toString())
                .query((row, index) -> row.getInt("asked"))
                .single();
    }

    private Happening call(String id) {
        return new Happening(EventType.CALL_ENDED, id, clock.instant(), CALLER, Map.of("id", id));
    }
}
