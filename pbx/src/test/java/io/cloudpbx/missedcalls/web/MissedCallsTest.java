package io.cloudpbx.missedcalls.web;

import static io.cloudpbx.calls.PastCalls.MARIA;
import static io.cloudpbx.calls.PastCalls.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dashboard.LiveFeed;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@WebTest
class MissedCallsTest {
    private static final String AT = "/api/missed-calls";
    private static final String LUIS = "+14155550177";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LiveFeed feed;

    private ApiPerson agent;
    private PastCalls past;

    @BeforeEach
    void nobody_has_called() {
        agent = ApiPerson.of(Role.AGENT, port, beans);
        past = new PastCalls(beans).none();
    }

    private UUID call(Instant at, String outcome, String from) {
        UUID id = past.call(at, outcome, from);
        told(id);
        return id;
    }

    private void told(UUID call) {
        transactions.executeWithoutResult(status -> events.publishEvent(new CallChanged(call)));
    }

    private void becomes(UUID call, String outcome) {
        jdbc.sql("update call set outcome = ? where id = ?")
                .params(outcome, call)
                .update();
        told(call);
    }

    private List<JsonNode> box(String box) {
        return agent.get(AT + "?box=" + box).body().get("items").valueStream().toList();
    }

    private JsonNode only(String box) {
        assertThat(box(box)).hasSize(1);
        return box(box).getFirst();
    }

    @Test
    void misses_of_one_caller_are_one_item_with_a_count_however_often_they_are_told() {
        UUID first = call(MORNING, "missed", MARIA);
        UUID second = call(MORNING.plusSeconds(60), "missed", MARIA);
        told(first);
        call(MORNING.plusSeconds(30), "failed", LUIS);

        assertThat(agent.get(AT).each("/from")).containsExactly(MARIA, LUIS);
        var item = box("open").getFirst();
        assertThat(item.get("misses").asInt()).isEqualTo(2);
        assertThat(item.get("firstAt").asString()).isEqualTo(MORNING.toString());
        assertThat(item.at("/last/id").asString()).isEqualTo(second.toString());
        assertThat(item.get("state").asString()).isEqualTo("open");
        var calls = agent.get(AT + "/" + item.get("id").asString()).body().get("calls");
        assertThat(calls.valueStream().map(call -> call.get("id").asString()))
                .containsExactly(second.toString(), first.toString());
        assertThat(agent.get("/api/dashboard").body().at("/missedCalls/open").asInt())
                .isEqualTo(2);
    }

    @Test
    void withheld_callers_cannot_be_told_apart_from_one_another_so_each_is_an_item() {
        for (int second = 0; second < 2; second++) {
            UUID call = past.call(MORNING.plusSeconds(second), "missed");
            jdbc.sql("update call set from_e164 = null where id = ?")
                    .param(call)
                    .update();
            told(call);
        }

        assertThat(box("open")).hasSize(2).allMatch(item -> item.get("from").isNull());
    }

    @Test
    void who_gives_up_in_the_menu_or_left_a_message_is_nobody_to_call_back() {
        for (String outcome : List.of("abandoned", "voicemail", "answered", "handled", "rejected")) {
            call(MORNING, outcome, MARIA);
        }

        assertThat(box("open")).isEmpty();
        assertThat(box("done")).isEmpty();
    }

    @Test
    void a_person_says_that_it_is_done_and_that_it_is_not() {
        call(MORNING, "missed", MARIA);
        String item = AT + "/" + only("open").get("id").asString();

        assertThat(agent.post(item + "/done", "").status()).isEqualTo(200);
        assertThat(agent.post(item + "/done", "").status()).isEqualTo(200);

        assertThat(box("open")).isEmpty();
        assertThat(only("done").at("/done/how").asString()).isEqualTo("marked");
        assertThat(only("done").at("/done/by/name").asString()).isEqualTo("Dana");
        assertThat(agent.post(item + "/reopen", "").body().get("done").isNull()).isTrue();
        assertThat(only("open").get("misses").asInt()).isEqualTo(1);
    }

    @Test
    void who_calls_again_after_it_was_done_is_a_new_item_and_the_old_one_stays_done() {
        call(MORNING, "missed", MARIA);
        String old = AT + "/" + only("open").get("id").asString();
        agent.post(old + "/done", "");

        call(MORNING.plusSeconds(60), "missed", MARIA);

        assertThat(only("open").get("misses").asInt()).isEqualTo(1);
        var refused = agent.post(old + "/reopen", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("missed_call_newer");
    }

    @Test
    void who_reaches_somebody_later_waits_no_longer_also_when_the_miss_is_told_late() {
        UUID late = past.call(MORNING.minusSeconds(60), "missed", MARIA);
        call(MORNING, "missed", MARIA);
        UUID answered = past.call(MORNING.plusSeconds(60), "answered", MARIA);
        jdbc.sql("update call set answered_at = started_at where id = ?")
                .param(answered)
                .update();
        told(answered);

        assertThat(only("done").at("/done/how").asString()).isEqualTo("reached");
        told(late);
        assertThat(box("open")).isEmpty();

        call(MORNING.plusSeconds(90), "missed", MARIA);
        told(answered);
        assertThat(box("open")).as("missed again after that").hasSize(1);
    }

    @Test
    void a_message_that_is_heard_of_late_makes_it_the_mailboxs_work() {
        UUID call = call(MORNING, "missed", MARIA);
        long before = feed.newest();
        becomes(call, "voicemail");

        assertThat(box("open")).isEmpty();
        assertThat(box("done")).isEmpty();
        await().untilAsserted(() -> assertThat(feed.after(before))
                .anyMatch(news ->
                        news.type().equals("missed.changed") && news.data().contains("\"gone\":true")));

        becomes(call, "missed");
        assertThat(only("open").get("misses").asInt())
                .as("the message was silence")
                .isEqualTo(1);
    }

    @Test
    void one_of_two_misses_that_was_none_leaves_the_other() {
        call(MORNING, "missed", MARIA);
        UUID second = call(MORNING.plusSeconds(60), "missed", MARIA);
        jdbc.sql("update call set outcome = 'voicemail', started_at = ? where id = ?")
                .params(MORNING.minusSeconds(1).atOffset(java.time.ZoneOffset.UTC), second)
                .update();
        told(second);

        assertThat(only("open").get("misses").asInt()).isEqualTo(1);
        assertThat(only("open").get("lastAt").asString()).isEqualTo(MORNING.toString());
    }

    @Test
    void a_wish_to_be_called_back_stays_with_the_item_until_it_is_done() {
        UUID wished = past.call(MORNING, "missed", MARIA);
        jdbc.sql("""
                        insert into call_step (call_id, seq, request, at, kind, text, reason, answer)
                        values (?, 1, '/ivr/waited/sales/0/3', now(), 'call_back', 'Wants to be called back', '', '')""").param(wished).update();
        told(wished);
        call(MORNING.plusSeconds(60), "missed", MARIA);
        JsonNode item = only("open");
        assertThat(item.get("wantsCallBack").asBoolean()).isTrue();

        agent.post(AT + "/" + item.get("id").asString() + "/done", "");
        call(MORNING.plusSeconds(120), "missed", MARIA);
        assertThat(only("open").get("wantsCallBack").asBoolean()).isFalse();
    }

    @Test
    void an_item_is_somebodys_and_stands_among_theirs() {
        call(MORNING, "missed", MARIA);
        call(MORNING, "missed", LUIS);
        String me = agent.get("/api/session").body().at("/user/id").asString();
        String item = AT + "/" + box("open").getFirst().get("id").asString();

        assertThat(agent.post(item + "/assign", "{\"userId\":\"" + me + "\"}").status())
                .isEqualTo(200);
        assertThat(only("mine").at("/owner/name").asString()).isEqualTo("Dana");
        var nobody = agent.post(item + "/assign", "{\"userId\":\"" + UUID.randomUUID() + "\"}");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.code()).isEqualTo("invalid_fields");
        agent.post(item + "/assign", "{\"userId\":null}");
        assertThat(box("mine")).isEmpty();
        assertThat(box("open")).hasSize(2);
    }

    @Test
    void the_list_is_read_in_pages() {
        for (int minute = 0; minute < 5; minute++) {
            call(MORNING.plusSeconds(60L * minute), "missed", "+1415555011" + minute);
        }

        var first = agent.get(AT + "?limit=3");
        var second =
                agent.get(AT + "?limit=3&cursor=" + first.body().get("next").asString());

        assertThat(first.each("/from")).containsExactly("+14155550114", "+14155550113", "+14155550112");
        assertThat(second.each("/from")).containsExactly("+14155550111", "+14155550110");
        assertThat(second.body().get("next").isNull()).isTrue();
        assertThat(agent.get(AT + "?box=all").code()).isEqualTo("invalid_fields");
        assertThat(agent.get(AT + "/" + UUID.randomUUID()).code()).isEqualTo("missed_call_not_found");
    }

    @Test
    void who_only_reads_changes_nothing() {
        call(MORNING, "missed", MARIA);
        var reader = ApiPerson.of(Role.READ_ONLY, port, beans);
        String item = AT + "/" + only("open").get("id").asString();

        assertThat(reader.get(item).status()).isEqualTo(200);
        for (String act : List.of("/done", "/reopen", "/assign")) {
            assertThat(reader.post(item + act, "{}").status()).isEqualTo(403);
        }
        assertThat(box("open")).hasSize(1);
    }

    @Test
    void who_is_forgotten_waits_no_longer() {
        call(MORNING, "missed", MARIA);
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ContactDeleted(UUID.randomUUID(), List.of(new PhoneNumber(MARIA)))));

        assertThat(box("open")).isEmpty();
    }
}
