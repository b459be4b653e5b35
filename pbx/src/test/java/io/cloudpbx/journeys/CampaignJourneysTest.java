package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Campaigns of Harbor Dental, and what handsets get of them. */
class CampaignJourneysTest {
    private static final Map<String, String> AGREED =
            Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental.");

    /** Each person has a number of their own, in an area code where no test buys any. */
    private static final AtomicInteger PEOPLE = new AtomicInteger(4100);

    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();

    private final Company company = AFTERNOON.company();
    private final Outside outside = AFTERNOON.outside();

    @AfterEach
    void everything_works_again() {
        outside.works();
    }

    @Test
    void everybody_who_agreed_gets_it_once_with_the_businesss_name_and_the_way_out() {
        var people = people(5);

        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Whitening week",
                        "message",
                        "Whitening is half price this week.",
                        "recipients",
                        people,
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "consent",
                        AGREED));

        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.body().at("/intake/taken").asInt()).isEqualTo(5);
        String id = made.body().at("/campaign/id").asString();
        await().untilAsserted(() ->
                assertThat(campaign(id).at("/counts/delivered").asInt()).isEqualTo(5));
        people.forEach(person -> assertThat(outside.received(person))
                .containsExactly("Harbor Dental: Whitening is half price this week. Reply STOP to opt out."));
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("done"));
        assertThat(sum(campaign(id).get("counts"))).isEqualTo(5);
    }

    @Test
    void nobody_is_texted_who_has_not_agreed_and_the_campaign_says_why() {
        String stranger = person();

        var made = company.post("/api/campaigns", campaign("Strangers", List.of(stranger)));

        String id = made.body().at("/campaign/id").asString();
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("done"));
        JsonNode reason =
                company.get("/api/campaigns/" + id + "/reasons").body().at("/items/0");
        assertThat(reason.get("code").asString()).isEqualTo("no_consent");
        assertThat(reason.get("sentence").asString()).contains("not agreed");
        assertThat(outside.received(stranger)).isEmpty();
    }

    @Test
    void what_a_list_gets_wrong_is_counted_line_by_line_and_the_rest_is_taken() {
        String one = person();

        var made = company.post(
                "/api/campaigns",
                draft(
                        "Mixed",
                        List.of(one, "not a number", "(" + one.substring(2, 5) + ") " + one.substring(5), "911")));

        JsonNode intake = made.body().get("intake");
        assertThat(intake.get("read").asInt()).isEqualTo(4);
        assertThat(intake.get("taken").asInt()).isEqualTo(1);
        assertThat(intake.get("duplicates").asInt()).isEqualTo(1);
        assertThat(intake.get("invalid").asInt()).isEqualTo(2);
        assertThat(intake.at("/rejected/0/line").asInt()).isEqualTo(2);
        assertThat(intake.at("/rejected/0/code").asString()).isEqualTo("not_a_number");
        String id = made.body().at("/campaign/id").asString();
        assertThat(company.file("/api/campaigns/" + id + "/left-out.csv").lines())
                .hasSize(1 + 2 + 1)
                .contains("2,not a number,not_a_number,This is no phone number.");
    }

    @Test
    void stop_in_the_middle_of_a_campaign_keeps_the_rest_of_it_away() {
        String person = person();
        var made = company.post("/api/campaigns", draft("Stopped", List.of(person)));
        String id = made.body().at("/campaign/id").asString();
        outside.texts(person, Outside.MAIN_NUMBER, "STOP");
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));

        company.post("/api/campaigns/" + id + "/start", Map.of());

        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("done"));
        assertThat(company.get("/api/campaigns/" + id + "/reasons")
                        .body()
                        .at("/items/0/code")
                        .asString())
                .isEqualTo("opted_out");
        assertThat(outside.received(person)).singleElement().asString().startsWith("NETWORK MSG");
    }

    @Test
    void the_launch_sheet_says_who_will_get_it_and_who_not_before_anything_leaves() {
        var made = company.post("/api/campaigns", draft("Sheet", people(3)));
        String id = made.body().at("/campaign/id").asString();

        JsonNode sheet = company.get("/api/campaigns/" + id + "/launch").body();

        assertThat(sheet.get("recipients").asInt()).isEqualTo(3);
        assertThat(sheet.get("willGet").asInt()).isEqualTo(3);
        assertThat(sheet.get("segments").asInt()).isEqualTo(3);
        assertThat(sheet.get("blockers")).isEmpty();
        assertThat(sheet.at("/sample/message").asString()).startsWith("Harbor Dental: ");
        assertThat(state(id)).isEqualTo("draft");
    }

    @Test
    void one_that_is_paused_waits_and_one_that_is_canceled_ends() {
        var people = people(60);
        var made = company.post("/api/campaigns", draft("Paused", people));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.post(at + "/start", Map.of());
        assertThat(company.post(at + "/pause", Map.of()).body().get("state").asString())
                .isEqualTo("paused");
        assertThat(company.post(at + "/pause", Map.of()).code()).isEqualTo("campaign_state");

        company.post(at + "/resume", Map.of());
        var canceled = company.post(at + "/cancel", Map.of()).body();

        assertThat(canceled.get("state").asString()).isEqualTo("canceled");
        await().untilAsserted(() -> assertThat(
                        company.get(at).body().at("/counts/canceled").asInt()
                                + company.get(at).body().at("/counts/delivered").asInt())
                .isEqualTo(60));
        long got = people.stream()
                .filter(person -> !outside.received(person).isEmpty())
                .count();
        assertThat(got).isEqualTo(company.get(at).body().at("/counts/delivered").asInt());
    }

    @Test
    void consent_is_that_of_the_list_it_was_brought_with_and_of_no_other() {
        String stranger = person();
        String friend = person();
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Two lists",
                        "message",
                        "Half price this week.",
                        "recipients",
                        List.of(stranger),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "draft",
                        true));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.postFile(at + "/recipients?consentMethod=paper&consentWords=I+agree", "text/csv", friend + "\n");

        company.post(at + "/start", Map.of());

        await().untilAsserted(() ->
                assertThat(company.get(at).body().get("state").asString()).isEqualTo("done"));
        assertThat(company.get(at + "/reasons").body().at("/items/0/code").asString())
                .isEqualTo("no_consent");
        assertThat(outside.received(stranger)).isEmpty();
        await().untilAsserted(() -> assertThat(outside.received(friend)).hasSize(1));
    }

    @Test
    void a_file_becomes_an_audience_whose_people_read_their_own_message() {
        var people = people(3);
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Named",
                        "message",
                        "Hi {{firstName|there}}, half price this week.",
                        "recipients",
                        List.of(),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "draft",
                        true));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        String file = "First name,Phone\nAna,%s\n=cmd(),%s\n,%s\nBen,12\n"
                .formatted(people.get(0), people.get(1), people.get(2));

        var intake = company.postFile(at + "/recipients?consentMethod=paper&consentWords=I+agree", "text/csv", file);

        assertThat(intake.body().get("taken").asInt())
                .as(intake.body().toString())
                .isEqualTo(3);
        assertThat(intake.body().at("/rejected/0/line").asInt()).isEqualTo(5);
        var tried =
                company.post(at + "/test", Map.of("to", company.extension("101").get("forwardTo")));
        assertThat(tried.status()).as(tried.body().toString()).isEqualTo(200);
        company.post(at + "/start", Map.of());
        await().untilAsserted(() -> assertThat(
                        company.get(at).body().at("/counts/delivered").asInt())
                .isEqualTo(3));
        assertThat(outside.received(people.get(0)))
                .contains("Harbor Dental: Hi Ana, half price this week. Reply STOP to opt out.");
        assertThat(outside.received(people.get(2)))
                .containsExactly("Harbor Dental: Hi there, half price this week. Reply STOP to opt out.");
        assertThat(company.file(at + "/deliveries.csv"))
                .contains(people.get(0), "delivered")
                .contains("half price");
    }

    @Test
    void who_replies_finds_the_text_above_the_reply_and_is_counted_as_who_opts_out_is() {
        String eager = person();
        String weary = person();
        outside.texts(eager, Outside.MAIN_NUMBER, "Are you open on Saturday?");
        // Else the assistant's answer may come after the campaign's text, and be taken for it below.
        await().untilAsserted(() -> assertThat(outside.received(eager)).isNotEmpty());
        String at = started("Replied to", List.of(eager, weary));
        await().untilAsserted(() -> assertThat(
                        company.get(at).body().at("/counts/delivered").asInt())
                .isEqualTo(2));
        assertThat(lines(eager)).anySatisfy(line -> {
            assertThat(line.get("kind").asString()).isEqualTo("campaign");
            assertThat(line.get("body").asString()).isEqualTo(received(eager));
            assertThat(line.at("/author/name").asString()).isEqualTo("Replied to");
            assertThat(line.at("/standing/status").asString()).isEqualTo("delivered");
        });
        assertThat(lines(weary)).isEmpty();

        outside.texts(eager, Outside.MAIN_NUMBER, "Yes please, is Friday free?");
        outside.texts(weary, Outside.MAIN_NUMBER, "STOP");

        await().untilAsserted(() -> {
            JsonNode outcomes = company.get(at).body().get("outcomes");
            assertThat(outcomes.get("replied").asInt()).isEqualTo(1);
            assertThat(outcomes.get("optedOut").asInt()).isEqualTo(1);
        });
        assertThat(company.get(at + "/deliveries").body().get("items"))
                .filteredOn(delivery -> delivery.get("replies").asInt() == 1)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.get("to").asString()).isEqualTo(eager));
        // Newest first: their word stands above what they answered to.
        assertThat(lines(weary))
                .extracting(line -> line.get("kind").asString())
                .filteredOn(kind -> !kind.equals("event"))
                .containsExactly("text_in", "campaign");
    }

    @Test
    void one_that_networks_take_for_spam_pauses_and_says_why() {
        var people = people(60);
        people.forEach(person -> outside.takesTexts(person, Map.of("behaviour", "filtered")));

        String at = started("Spam", people);

        await().untilAsserted(() ->
                assertThat(company.get(at).body().get("state").asString()).isEqualTo("paused"));
        assertThat(company.get(at).body().get("why").asString()).startsWith("Networks take it for spam");
        company.post(at + "/cancel", Map.of());
    }

    @Test
    void who_is_deleted_is_in_no_campaign_any_more() {
        String person = person();
        String other = person();
        String at = started("Forgotten", List.of(person, other));
        await().untilAsserted(() -> assertThat(
                        company.get(at).body().at("/counts/delivered").asInt())
                .isEqualTo(2));
        outside.texts(person, Outside.MAIN_NUMBER, "Delete me please");
        await().untilAsserted(() -> assertThat(lines(person)).isNotEmpty());

        var deleted = company.delete(
                "/api/contacts/" + contact(person).at("/contact/id").asString());

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().at("/atCarrier/left").asInt()
                        + deleted.body().at("/atCarrier/done").asInt())
                .isGreaterThanOrEqualTo(2);
        assertThat(company.get(at + "/deliveries").body().get("items"))
                .extracting(delivery -> delivery.get("to").asString())
                .containsExactly(other);
        assertThat(company.get(at).body().at("/counts/total").asInt()).isEqualTo(1);
    }

    private String started(String name, List<String> recipients) {
        var made = company.post("/api/campaigns", draft(name, recipients));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.post(at + "/start", Map.of());
        return at;
    }

    private String received(String person) {
        return outside.received(person).getLast();
    }

    /** What stands in the conversation with somebody, newest first; nothing when there is none. */
    private List<JsonNode> lines(String person) {
        JsonNode conversation = contact(person);
        return conversation.isMissingNode()
                ? List.of()
                : company.get("/api/conversations/" + conversation.get("id").asString() + "/entries")
                        .body()
                        .get("items")
                        .valueStream()
                        .toList();
    }

    private JsonNode contact(String person) {
        return company.get("/api/conversations?q=" + person.substring(2)).body().at("/items/0");
    }

    private Map<String, Object> draft(String name, List<String> recipients) {
        return Map.of(
                "name",
                name,
                "message",
                "Only this week, " + name + ".",
                "recipients",
                recipients,
                "fromNumber",
                Outside.MAIN_NUMBER,
                "consent",
                AGREED,
                "draft",
                true);
    }

    private Map<String, Object> campaign(String name, List<String> recipients) {
        return Map.of(
                "name",
                name,
                "message",
                "Only this week.",
                "recipients",
                recipients,
                "fromNumber",
                Outside.MAIN_NUMBER);
    }

    private JsonNode campaign(String id) {
        return company.get("/api/campaigns/" + id).body();
    }

    private String state(String id) {
        return campaign(id).get("state").asString();
    }

    private static int sum(JsonNode counts) {
        return counts.properties().stream()
                .filter(count -> !count.getKey().equals("total"))
                .mapToInt(count -> count.getValue().asInt())
                .sum();
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> person()).toList();
    }
}
