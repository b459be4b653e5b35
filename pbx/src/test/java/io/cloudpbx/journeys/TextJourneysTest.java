package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.messaging.send.Acceptances;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People who text Harbor Dental, and what they get. The carrier's handsets are the judges: what did not reach one was not sent. */
class TextJourneysTest {
    private static final String MAIN = Outside.MAIN_NUMBER;

    /** Each person has a number of their own, in an area code where no test buys any. */
    private static final AtomicInteger PEOPLE = new AtomicInteger(100);

    private final Company company = TwoPrograms.shared().company();
    private final Outside outside = TwoPrograms.shared().outside();
    private final String person = "+1559555%04d".formatted(PEOPLE.getAndIncrement());

    @AfterEach
    void everything_works_again() {
        outside.works();
    }

    @Test
    void a_reply_reaches_the_person_and_silences_the_assistant() {
        outside.texts(person, MAIN, "Could somebody move my cleaning to Friday?");
        JsonNode conversation = conversation();
        assertThat(conversation.get("unread").asInt()).isEqualTo(1);
        assertThat(conversation.get("lastText").asString()).isEqualTo("Could somebody move my cleaning to Friday?");

        var sent = reply("Friday at 10 is free.");

        assertThat(sent.status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(outside.received(person)).contains("Friday at 10 is free."));
        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("delivered"));
        assertThat(conversation().get("answeredBy").asString()).isEqualTo("person");
        assertThat(conversation().at("/owner/name").asString()).isNotEmpty();
    }

    @Test
    void who_only_called_can_be_answered_from_the_conversation_that_the_call_began() {
        outside.call(person, MAIN, "<Pause length='3'/>");
        String at = "/api/conversations/" + conversation().get("id").asString();

        var sent = company.post(at + "/reply", Map.of("message", "You called us?", "media", List.of()));

        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(outside.received(person)).containsExactly("You called us?"));
    }

    @Test
    void somebody_who_never_wrote_can_be_texted_and_their_answer_comes_to_the_same_conversation() {
        var sent = send("Your crown is ready.");
        assertThat(sent.status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(outside.received(person)).containsExactly("Your crown is ready."));

        outside.texts(person, MAIN, "Great, thank you");

        await().untilAsserted(() -> assertThat(bodies()).contains("Great, thank you"));
        assertThat(bodies()).contains("Your crown is ready.");
        assertThat(conversation().get("id").asString())
                .isEqualTo(sent.body().get("conversationId").asString());
    }

    @Test
    void stop_to_the_toll_free_number_is_confirmed_by_the_network_alone_and_nothing_is_sent_any_more() {
        outside.texts(person, MAIN, "STOP");
        await().until(() -> !conversation().get("optedOut").isNull());

        var refused = send("One more thing");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("opted_out");
        assertThat(refused.body().get("rule").asString()).startsWith("C1");
        var why = company.get("/api/messages/" + refused.body().get("messageId").asString())
                .body();
        assertThat(why.get("status").asString()).isEqualTo("refused");
        assertThat(why.at("/why/sentence").asString()).contains("STOP");
        assertThat(why.at("/why/checks").size()).isGreaterThan(5);
        assertThat(outside.received(person)).singleElement().asString().startsWith("NETWORK MSG");
    }

    @Test
    void words_of_their_own_that_the_carrier_does_not_know_are_honoured_and_confirmed_once() {
        outside.texts(person, MAIN, "please stop texting me");
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));
        outside.texts(person, MAIN, "please stop texting me");
        await().untilAsserted(() -> assertThat(bodies()).hasSizeGreaterThan(3));

        assertThat(outside.received(person)).singleElement().asString().contains("unsubscribed");
        assertThat(send("Hello?").code()).isEqualTo("opted_out");
    }

    @Test
    void start_opens_the_conversation_again() {
        outside.texts(person, MAIN, "STOP");
        await().until(() -> !conversation().get("optedOut").isNull());
        outside.texts(person, MAIN, "START");
        await().until(() -> conversation().get("optedOut").isNull());

        assertThat(send("Welcome back").status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(outside.received(person)).contains("Welcome back"));
    }

    @Test
    void a_block_that_only_the_carrier_knows_of_is_learnt_from_its_refusal() {
        outside.breaks(Map.of(
                "where", Map.of("part", "webhook"), "what", Map.of("fault", "drop"), "howOften", Map.of("first", 1)));
        outside.texts(person, MAIN, "STOP");
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));

        var sent = send("Are you still there?");
        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("rejected"));

        assertThat(message(sent).get("errorCode").asInt()).isEqualTo(21610);
        assertThat(conversation().at("/optedOut/source").asString()).isEqualTo("carrier");
        assertThat(send("Hello?").code()).isEqualTo("opted_out");
    }

    @ParameterizedTest
    @CsvSource({"500, true", "503, true", "504, true"})
    void a_text_that_the_carrier_took_and_then_answered_with_an_error_arrives_once(int status, boolean executed) {
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of("fault", "answer", "statuses", List.of(Map.of("status", status)), "executed", executed),
                "howOften",
                Map.of("first", 1)));

        var sent = send("Only once, please. " + status);

        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("delivered"));
        assertThat(outside.received(person)).containsExactly("Only once, please. " + status);
    }

    @Test
    void a_text_whose_answer_was_cut_off_arrives_once() {
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of("fault", "cut", "when", "after"),
                "howOften",
                Map.of("first", 1)));

        var sent = send("Cut off");

        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("delivered"));
        assertThat(outside.received(person)).containsExactly("Cut off");
    }

    @Test
    void a_busy_carrier_is_asked_again_and_the_text_arrives_once() {
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of("fault", "answer", "statuses", List.of(Map.of("status", 429)), "executed", false),
                "howOften",
                Map.of("first", 2)));

        var sent = send("Patience");

        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("delivered"));
        assertThat(outside.received(person)).containsExactly("Patience");
    }

    @Test
    void news_that_overtakes_the_answer_to_our_own_request_is_understood() {
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of("fault", "callback-first", "upToSeconds", 5),
                "howOften",
                Map.of("first", 1)));

        var sent = send("Overtaken");

        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("delivered"));
        assertThat(outside.received(person)).containsExactly("Overtaken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate", "reorder"})
    void receipts_that_come_twice_or_in_the_wrong_order_end_the_same(String fault) {
        var what = fault.equals("duplicate")
                ? Map.of("fault", "duplicate", "times", 2)
                : Map.of("fault", "reorder", "withinSeconds", 30);
        outside.breaks(Map.of("where", Map.of("part", "webhook", "callback", "message.status"), "what", what));

        var sent = send("Receipts " + fault);

        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("delivered"));
        assertThat(message(sent).get("history").size()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_phone_that_is_off_is_told_in_plain_words() {
        outside.takesTexts(person, Map.of("behaviour", "unreachable"));
        var sent = send("Is this thing on?");

        await().untilAsserted(() -> assertThat(status(sent)).isEqualTo("undelivered"));
        assertThat(message(sent).get("statusText").asString()).contains("off or out of reach");
        assertThat(message(sent).get("canSendAgain").asBoolean()).isTrue();
    }

    @Test
    void what_was_to_be_said_later_is_taken_back_when_they_write_first() {
        var later = company.post(
                "/api/sms/send",
                Map.of(
                        "to",
                        person,
                        "message",
                        "Reminder: tomorrow at 9",
                        "sendAt",
                        Instant.now().plus(Duration.ofHours(3)).toString()));
        assertThat(later.body().get("status").asString()).isEqualTo("scheduled");

        outside.texts(person, MAIN, "I have to cancel my appointment tomorrow");

        await().untilAsserted(() -> assertThat(status(later)).isEqualTo("canceled"));
        assertThat(message(later).at("/why/code").asString()).isEqualTo("they_wrote");
    }

    @Test
    void a_reminder_that_waited_at_the_carrier_until_its_hours_were_over_is_sent_once_more_and_not_twice() {
        outside.texts(person, MAIN, "Please remind me of my cleaning");
        await().until(() -> conversation().hasNonNull("id"));
        // Nobody hears that it did arrive, so that the carrier may be believed that it did not.
        outside.breaks(Map.of(
                "where", Map.of("part", "webhook", "callback", "message.status"), "what", Map.of("fault", "drop")));
        var sent = company.post(
                "/api/sms/send", Map.of("to", person, "message", "Tomorrow at 9!", "kind", "informational"));
        for (int time = 1; time <= 2; time++) {
            int times = time;
            await().untilAsserted(() -> assertThat(outside.received(person))
                    .filteredOn("Tomorrow at 9!"::equals)
                    .hasSize(times));
            await().until(() -> carrierId(sent).isPresent());
            TwoPrograms.shared()
                    .bean(Acceptances.class)
                    .said(carrierId(sent).orElseThrow(), MessageStatus.FAILED, 30036);
        }

        assertThat(status(sent)).isEqualTo("failed");
        assertThat(message(sent).get("canSendAgain").asBoolean()).isTrue();
    }

    /** While the carrier has it. */
    private static Optional<CarrierId> carrierId(Company.Reply sent) {
        return TwoPrograms.shared()
                .bean(JdbcClient.class)
                .sql("select carrier_id from text_message where id = :id::uuid and carrier_id is not null")
                .param("id", sent.body().get("id").asString())
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .optional();
    }

    @Test
    void marketing_without_consent_stays_here_and_says_why() {
        var refused = company.post("/api/sms/send", Map.of("to", person, "message", "20 % off!", "kind", "marketing"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).contains("consent");
        assertThat(outside.received(person)).isEmpty();
    }

    @Test
    void hostile_words_are_kept_as_they_came() {
        String hostile =
                "<script>alert(1)</script> \u202Egnp.exe\u200B \uD83D\uDE00 {{constructor}} '; drop table call; --";
        outside.texts(person, MAIN, hostile);

        await().untilAsserted(() -> assertThat(bodies()).contains(hostile));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Hello, to, invalid_fields",
        "'12', Hello, to, invalid_fields",
        "+15595550199, '', message, invalid_fields"
    })
    void bad_requests_name_their_field(String to, String message, String field, String code) {
        var refused = company.post("/api/sms/send", Map.of("to", to, "message", message));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+294277-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void instants_that_no_calendar_of_the_database_has_are_refused(String instant) {
        outside.texts(person, MAIN, "Is the office open?");
        String conversation = "/api/conversations/" + conversation().get("id").asString();
        String cursor = Base64.getUrlEncoder()
                .encodeToString((instant + "|00000000-0000-0000-0000-000000000009").getBytes(StandardCharsets.UTF_8));

        var snoozed = company.post(conversation + "/snooze", Map.of("until", instant));
        var listed = company.get(conversation + "/entries?cursor=" + cursor);

        assertThat(snoozed.status()).isEqualTo(422);
        assertThat(snoozed.field()).isEqualTo("until");
        assertThat(listed.status()).isEqualTo(422);
        assertThat(listed.field()).isEqualTo("cursor");
    }

    @Test
    void a_word_longer_than_any_is_searched_for_in_vain() {
        var found = company.get("/api/conversations?q=" + "a".repeat(3000));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().get("items").isEmpty()).isTrue();
    }

    @Test
    void a_country_that_is_none_is_refused() {
        var present = (ObjectNode) company.get("/api/settings/messages").body();
        present.putArray("countries").addNull();

        var refused = company.send("PUT", "/api/settings/messages", present.toString());

        assertThat(refused.status()).isEqualTo(422);
    }

    private Company.Reply send(String message) {
        return company.post("/api/sms/send", Map.of("to", person, "message", message));
    }

    private Company.Reply reply(String message) {
        return company.post("/api/conversations/reply", Map.of("from", person, "to", MAIN, "message", message));
    }

    private JsonNode conversation() {
        var found = new JsonNode[1];
        await().until(() -> {
            var items = company.get("/api/conversations?box=all&q=" + person.substring(1))
                    .body()
                    .get("items");
            if (items.isEmpty()) {
                return false;
            }
            found[0] = company.get(
                            "/api/conversations/" + items.get(0).get("id").asString())
                    .body();
            return true;
        });
        return found[0];
    }

    /** What stands in the conversation, newest first. */
    private List<String> bodies() {
        return company.get("/api/conversations/" + conversation().get("id").asString() + "/entries?limit=200")
                .body()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("body").asString())
                .toList();
    }

    private JsonNode message(Company.Reply sent) {
        return company.get("/api/messages/" + sent.body().get("id").asString()).body();
    }

    private String status(Company.Reply sent) {
        return message(sent).get("status").asString();
    }
}
