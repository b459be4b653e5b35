package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Campaigns whose texts the carrier does not take by the account's fault or a number's, which is nobody's who was to get one. */
class CampaignFaultsTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(9100);
    private static final String EXT = "187";
    private static final Map<String, String> AGREED =
            Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental.");

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();

    /** Bought for this test, as what is learnt of it holds for an hour. */
    private String number = "";

    @BeforeEach
    void buyANumber() {
        var made = company.post(
                "/api/extensions",
                Map.of("ext", EXT, "name", "Mara Lind", "department", "", "email", "", "areaCode", "650"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        await().untilAsserted(() ->
                assertThat(company.extension(EXT).get("number").asString("")).startsWith("+1650"));
        number = company.extension(EXT).get("number").asString();
    }

    @AfterEach
    void giveItBack() {
        outside.works();
        company.delete("/api/extensions/" + company.extension(EXT).get("id").asString() + "?number=release");
    }

    @Test
    void a_rotated_token_pauses_the_campaign_and_everybody_gets_it_when_it_is_resumed() {
        List<String> people = people();
        String at = draft("Token", people, List.of(number));
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of(
                        "fault",
                        "answer",
                        "statuses",
                        List.of(Map.of("status", 401, "code", 20003, "message", "Authenticate")))));

        company.post(at + "/start", Map.of());

        await().untilAsserted(() -> assertThat(state(at)).isEqualTo("paused"));
        assertThat(company.get(at).body().get("why").asString())
                .startsWith("The carrier does not accept your account's credentials any more.")
                .endsWith("Put that right, then resume it.");
        await().untilAsserted(() -> assertThat(count(at, "waiting")).isEqualTo(people.size()));
        assertThat(company.get(at + "/reasons").body().get("items")).isEmpty();
        outside.works();
        company.post(at + "/resume", Map.of());
        await().untilAsserted(() -> assertThat(count(at, "delivered")).isEqualTo(people.size()));
        assertThat(people)
                .allSatisfy(person -> assertThat(outside.received(person)).hasSize(1));
    }

    @Test
    void what_receipts_teach_of_a_number_stands_on_the_next_launch_sheet_and_nobody_loses_their_text() {
        register("UNREGISTERED");
        List<String> people = people();
        String at = draft("Unregistered", people, List.of(number));
        String next = draft("Next", people(), List.of(number));
        assertThat(sender(next).get("ok").asBoolean()).isTrue();

        company.post(at + "/start", Map.of());

        await().untilAsserted(() -> assertThat(state(at)).isEqualTo("paused"));
        await().untilAsserted(() -> assertThat(count(at, "waiting")).isEqualTo(people.size()));
        assertThat(company.get(at).body().get("why").asString()).contains("registered");
        JsonNode sender = sender(next);
        assertThat(sender.get("ok").asBoolean()).isFalse();
        assertThat(sender.get("registration").asString()).isEqualTo("missing");
        assertThat(sender.get("sentence").asString()).contains("30034");
        company.post(at + "/cancel", Map.of());
    }

    @Test
    void while_another_number_can_it_sends_all_of_it() {
        register("UNREGISTERED");
        List<String> people = people();
        String at = draft("Others go on", people, List.of(number, Outside.MAIN_NUMBER));

        company.post(at + "/start", Map.of());

        await().untilAsserted(() -> assertThat(count(at, "delivered")).isEqualTo(people.size()));
        await().untilAsserted(() -> assertThat(state(at)).isEqualTo("done"));
        assertThat(people)
                .allSatisfy(person -> assertThat(outside.received(person)).hasSize(1));
    }

    private void register(String status) {
        outside.control("PUT", "/sandbox/senders/" + number + "/registration", Map.of("status", status));
    }

    private JsonNode sender(String at) {
        return company.get(at + "/launch").body().at("/senders/0");
    }

    private String state(String at) {
        return company.get(at).body().get("state").asString();
    }

    private int count(String at, String state) {
        return company.get(at).body().at("/counts/" + state).asInt();
    }

    private String draft(String name, List<String> people, List<String> from) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        name,
                        "message",
                        "Hi, this is " + name + ".",
                        "recipients",
                        people,
                        "fromNumbers",
                        from,
                        "consent",
                        AGREED,
                        "draft",
                        true));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    private static List<String> people() {
        return Stream.generate(() -> "+1559555%04d".formatted(PEOPLE.getAndIncrement()))
                .limit(4)
                .toList();
    }
}
