package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Harbor Dental's campaigns carry, where their audiences come from, and what is written about them afterwards. */
class CampaignAudiencesTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(7100);

    /** One transparent point. */
    private static final byte[] A_PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final Map<String, String> AGREED =
            Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental.");

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();

    @Test
    void a_campaign_with_a_picture_shows_it_to_everybody_and_counts_as_one_message_each() {
        var people = people(2);
        String picture = company.postBytes("/api/media", "image/png", A_PICTURE)
                .body()
                .get("id")
                .asString();
        var wanted = new HashMap<>(wanted("Pictures", people));
        wanted.put("message", "Look. ".repeat(60));
        wanted.put("media", List.of(picture));
        var made = company.post("/api/campaigns", wanted);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.body().at("/campaign/media/0/type").asString()).isEqualTo("image/png");
        assertThat(company.post("/api/campaigns", wanted)
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("media_not_found");
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        JsonNode sheet = company.get(at + "/launch").body();
        assertThat(sheet.get("pictureTexts").asInt()).isEqualTo(2);
        assertThat(sheet.get("segments").asInt()).isZero();
        assertThat(sheet.get("cost").asDouble()).isEqualTo(0.06);
        String phone = company.extension("101").get("forwardTo").asString();
        var tried = company.post(at + "/test", Map.of("to", phone));
        assertThat(tried.status()).as(tried.body().toString()).isEqualTo(200);

        company.post(at + "/start", Map.of());

        await().untilAsserted(() -> assertThat(
                        company.get(at).body().at("/counts/delivered").asInt())
                .isEqualTo(2));
        people.forEach(person -> await().untilAsserted(
                        () -> assertThat(outside.picturesOf(person)).containsExactly("image/png")));
        await().untilAsserted(() ->
                assertThat(outside.picturesOf(phone)).as("of the test").contains("image/png"));
    }

    @Test
    void a_saved_audience_is_copied_with_its_fields_and_brings_nobodys_consent_along() {
        var people = people(2);
        String stranger = person();
        String first = draft("Spring", List.of());
        company.postFile(
                at(first) + "/recipients?consentMethod=paper&consentWords=I+agree",
                "text/csv",
                "First name,Phone\nAna,%s\nBen,%s\n".formatted(people.get(0), people.get(1)));
        company.postFile(at(first) + "/recipients", "text/csv", stranger + "\n");
        var saved = company.post("/api/audiences", Map.of("name", "Regulars", "campaignId", first));
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(201);
        assertThat(saved.body().get("people").asInt()).isEqualTo(3);
        String audience = "/api/audiences/" + saved.body().get("id").asString();

        String second = draft("Summer", List.of());
        var intake = company.post(
                at(second) + "/recipients",
                Map.of("audienceId", saved.body().get("id").asString()));
        assertThat(intake.body().get("taken").asInt())
                .as(intake.body().toString())
                .isEqualTo(3);
        assertThat(company.delete(audience).status()).isEqualTo(204);
        assertThat(company.post(at(second) + "/start", Map.of()).status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(delivered(second)).isEqualTo(2));
        assertThat(outside.received(people.get(0)))
                .containsExactly("Harbor Dental: Hi Ana, this is Summer. Reply STOP to opt out.");
        await().untilAsserted(() -> assertThat(company.get(at(second) + "/reasons")
                        .body()
                        .at("/items/0/code")
                        .asString())
                .isEqualTo("no_consent"));
        assertThat(outside.received(stranger)).isEmpty();
    }

    @Test
    void two_saved_audiences_are_not_called_the_same_and_one_can_be_called_otherwise() {
        String id = draft("Named", people(1));
        var saved = company.post("/api/audiences", Map.of("name", "Mondays", "campaignId", id));

        assertThat(company.post("/api/audiences", Map.of("name", "MONDAYS", "campaignId", id))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("name_taken");
        String audience = "/api/audiences/" + saved.body().get("id").asString();
        assertThat(company.put(audience, Map.of("name", "Tuesdays"))
                        .body()
                        .get("name")
                        .asString())
                .isEqualTo("Tuesdays");
        assertThat(company.post("/api/audiences", Map.of("name", "Mondays", "campaignId", draft("Empty", List.of())))
                        .code())
                .isEqualTo("no_recipients");
    }

    @Test
    void who_is_deleted_is_in_no_saved_audience_any_more() {
        var people = people(2);
        String id = draft("Kept", people);
        var saved = company.post("/api/audiences", Map.of("name", "Two people", "campaignId", id));
        var contact = company.post("/api/contacts", Map.of("name", "Ana Diaz", "numbers", List.of(people.getFirst())));
        assertThat(contact.status()).as(contact.body().toString()).isEqualTo(201);

        assertThat(company.delete("/api/contacts/" + contact.body().get("id").asString())
                        .status())
                .isEqualTo(200);

        assertThat(company.get("/api/audiences").body().get("items"))
                .filteredOn(one -> one.get("id").equals(saved.body().get("id")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("people").asInt()).isEqualTo(1));
    }

    @Test
    void everybody_in_contacts_who_has_agreed_can_be_an_audience() {
        String agreed = person();
        String other = person();
        company.post("/api/contacts", Map.of("name", "Cleo Park", "numbers", List.of(agreed)));
        company.post("/api/contacts", Map.of("name", "Dan Roe", "numbers", List.of(other)));
        String list = draft("Consent", List.of(agreed));
        String id = draft("All", List.of());

        var intake = company.post(at(id) + "/recipients", Map.of("contacts", true));

        assertThat(intake.status()).as(intake.body().toString()).isEqualTo(200);
        assertThat(company.get(at(id) + "/deliveries?limit=500").body().get("items"))
                .filteredOn(one -> List.of(agreed, other).contains(one.get("to").asString()))
                .singleElement()
                .satisfies(one -> assertThat(one.get("message").asString()).contains("Hi Cleo,"));
        assertThat(company.get(at(list)).body().at("/counts/total").asInt()).isEqualTo(1);
    }

    @Test
    void a_file_tells_how_far_it_has_come_and_in_its_last_line_what_came_of_it() {
        String id = draft("Told", List.of());
        String file = "Phone\n" + String.join("\n", people(40)) + "\n123\n";

        List<JsonNode> told = company.postLines(
                at(id) + "/recipients?progress=true&consentMethod=paper&consentWords=I+agree", "text/csv", file);

        assertThat(told.getFirst().get("step").asString()).isEqualTo("taking");
        assertThat(told)
                .anySatisfy(line -> assertThat(line.path("step").asString("")).isEqualTo("consent"));
        assertThat(told.getLast().at("/intake/taken").asInt()).isEqualTo(40);
        assertThat(told.getLast().at("/intake/invalid").asInt()).isEqualTo(1);
        var refused = company.postFile(at(id) + "/recipients?progress=true", "text/csv", "");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void an_audience_is_gone_through_person_by_person_and_each_has_a_history_when_it_is_over() {
        String agreed = person();
        String stranger = person();
        String id = draft("Proof", List.of(agreed));
        company.postFile(at(id) + "/recipients", "text/csv", "First name,Phone\nEve,%s\n".formatted(stranger));

        JsonNode first = company.get(at(id) + "/readers?limit=1").body();
        JsonNode second = company.get(
                        at(id) + "/readers?limit=1&after=" + first.get("next").asString())
                .body();

        assertThat(first.at("/items/0/outcome").asString()).isEqualTo("gets");
        assertThat(first.at("/items/0/segments").asInt()).isEqualTo(1);
        assertThat(second.at("/items/0/message").asString())
                .isEqualTo("Harbor Dental: Hi Eve, this is Proof. Reply STOP to opt out.");
        assertThat(second.at("/items/0/outcome").asString()).isEqualTo("skipped");
        assertThat(second.at("/items/0/sentence").asString()).contains("not agreed");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(company.get(at(id) + "/timeline").body().get("parts")).isEmpty();
        company.post(at(id) + "/start", Map.of());
        await().until(() -> delivered(id) == 1 && isDone(id));

        assertThat(company.get(at(id) + "/timeline").body().get("parts"))
                .extracting(part -> part.get("delivered").asInt())
                .contains(1);
        List<String> rows = company.file(at(id) + "/history.csv").lines().toList();
        assertThat(rows)
                .filteredOn(row -> row.startsWith("'" + agreed) || row.startsWith(agreed))
                .satisfies(those -> {
                    assertThat(those.getFirst()).contains(",tried,1,");
                    assertThat(those)
                            .anySatisfy(row ->
                                    assertThat(row).contains(",answered,1,").contains("accepted"));
                    assertThat(those.getLast()).contains(",told,1,").contains(",delivered,");
                });
        assertThat(rows)
                .filteredOn(row -> row.contains(stranger))
                .singleElement()
                .asString()
                .contains("skipped", "not tried", "no_consent");
    }

    /** It answers nothing that they wrote, so that it needs their consent and decent hours like any other (C16). */
    @Test
    void who_wrote_a_moment_ago_has_not_agreed_to_a_campaign_by_it() {
        String stranger = person();
        outside.texts(stranger, Outside.MAIN_NUMBER, "Are you open on Saturday?");
        await().untilAsserted(() -> assertThat(outside.received(stranger)).hasSize(1));
        var told = new HashMap<>(wanted("Moved", List.of(stranger)));
        told.put("kind", "informational");
        told.remove("consent");

        String id =
                company.post("/api/campaigns", told).body().at("/campaign/id").asString();
        company.post(at(id) + "/start", Map.of());

        await().until(() -> isDone(id));
        assertThat(company.get(at(id) + "/reasons").body().at("/items/0/code").asString())
                .isEqualTo("no_consent");
        assertThat(outside.received(stranger)).hasSize(1);
    }

    /** The webhook of their STOP was lost: only the carrier's refusal tells of it (C9). */
    @Test
    void an_opt_out_that_only_the_carrier_knows_of_is_kept_and_said_to_be_a_block_and_not_counted_as_their_wish() {
        String person = person();
        String id = draft("Blocked", List.of(person));
        outside.breaks(Map.of(
                "where",
                Map.of("part", "webhook", "number", person),
                "what",
                Map.of("fault", "drop"),
                "howOften",
                Map.of("first", 1)));
        outside.texts(person, Outside.MAIN_NUMBER, "STOP");
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));

        company.post(at(id) + "/start", Map.of());

        await().until(() -> isDone(id));
        JsonNode reason = company.get(at(id) + "/reasons").body().at("/items/0");
        assertThat(reason.get("code").asString()).isEqualTo("21610");
        assertThat(reason.get("sentence").asString()).startsWith("They are blocked by the carrier or Twilio.");
        assertThat(optedOutAfter(id)).isZero();
        String next = draft("Blocked again", List.of(person));
        company.post(at(next) + "/start", Map.of());
        await().until(() -> isDone(next));
        assertThat(company.get(at(next) + "/reasons").body().at("/items/0/code").asString())
                .isEqualTo("opted_out");
        assertThat(optedOutAfter(id)).isZero();
        assertThat(optedOutAfter(next)).isZero();
        assertThat(outside.received(person)).hasSize(1);
    }

    /** What a campaign was told of a number holds for the next campaign and for texts of their own, until one arrives (C30). */
    @Test
    void a_number_that_was_dead_in_one_campaign_is_left_out_of_the_next_until_a_text_arrives_there() {
        String person = person();
        outside.takesTexts(person, Map.of("behaviour", "unknown"));
        String first = draft("Dead", List.of(person));
        company.post(at(first) + "/start", Map.of());
        await().untilAsserted(() -> assertThat(company.get(at(first) + "/reasons")
                        .body()
                        .at("/items/0/code")
                        .asString(""))
                .isEqualTo("30005"));

        String next = draft("Dead again", List.of(person));
        JsonNode sheet = company.get(at(next) + "/launch").body();

        assertThat(sheet.get("willGet").asInt()).isZero();
        assertThat(sheet.at("/skipped/0/code").asString()).isEqualTo("unreachable");
        assertThat(sheet.at("/skipped/0/sentence").asString()).contains("not in use any more");
        outside.takesTexts(person, Map.of("behaviour", "deliver"));
        company.post("/api/sms/send", Map.of("to", person, "message", "Are you back?"));
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));
        await().untilAsserted(() -> assertThat(
                        company.get(at(next) + "/launch").body().get("skipped"))
                .as("they have had their text of the day")
                .extracting(skipped -> skipped.get("code").asString())
                .containsExactly("marketing_cap"));
    }

    private int optedOutAfter(String id) {
        return company.get(at(id)).body().at("/outcomes/optedOut").asInt();
    }

    private boolean isDone(String id) {
        return company.get(at(id)).body().get("state").asString().equals("done");
    }

    private String draft(String name, List<String> recipients) {
        var made = company.post("/api/campaigns", wanted(name, recipients));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().at("/campaign/id").asString();
    }

    private static Map<String, Object> wanted(String name, List<String> recipients) {
        return Map.of(
                "name",
                name,
                "message",
                "Hi {{firstName|there}}, this is " + name + ".",
                "recipients",
                recipients,
                "fromNumber",
                Outside.MAIN_NUMBER,
                "consent",
                AGREED,
                "draft",
                true);
    }

    private static String at(String id) {
        return "/api/campaigns/" + id;
    }

    private int delivered(String id) {
        return company.get(at(id)).body().at("/counts/delivered").asInt();
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> person()).toList();
    }
}
