package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong with campaigns, alone or two of them at once. */
class CampaignMistakesTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(8100);

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();

    @Test
    void nobody_starts_what_has_changed_since_they_looked_at_it() {
        var made = company.post("/api/campaigns", draft("Changed", people(2)));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        long seen = made.body().at("/campaign/version").asLong();
        company.postFile(at + "/recipients", "text/csv", person() + "\n");

        assertThat(company.post(at + "/start", Map.of("confirm", 2, "version", seen))
                        .field())
                .isEqualTo("confirm");
        var other = new HashMap<>(draft("Changed", List.of()));
        other.put("message", "Other words.");
        company.put(at, other);
        assertThat(company.post(at + "/start", Map.of("confirm", 3, "version", seen))
                        .code())
                .isEqualTo("campaign_changed");

        assertThat(company.get(at).body().get("state").asString()).isEqualTo("draft");
    }

    /** Nobody proves to be themselves to change one, and the words are not those that somebody read and said the number of. */
    @Test
    void one_that_is_scheduled_is_a_draft_again_when_it_is_changed_and_says_by_whom() {
        String at = scheduled("Next year", people(2));
        var planned = planned("Next year", "2036-05-01T18:00:01Z");
        planned.put("message", "Other words.");

        var changed = company.put(at, planned);

        assertThat(changed.body().get("state").asString()).isEqualTo("draft");
        assertThat(changed.body().get("why").asString()).contains("changed it after it was scheduled");
        assertThat(company.post(at + "/start", Map.of("confirm", 2))
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("scheduled");
        assertThat(company.get(at).body().get("why").isNull()).isTrue();
        assertThat(company.get("/api/audit?action=campaign_put_off").body().get("items"))
                .anySatisfy(line -> assertThat(at).endsWith(line.get("object").asString()));
    }

    @Test
    void one_that_is_scheduled_is_a_draft_again_when_it_is_to_begin_at_another_time_or_at_none() {
        String at = scheduled("Soon", people(1));

        assertThat(company.put(at, planned("Soon", "2036-05-02T18:00:00Z"))
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("draft");

        company.post(at + "/start", Map.of());
        assertThat(company.put(at, planned("Soon", null)).body().get("state").asString())
                .isEqualTo("draft");
    }

    @Test
    void one_that_is_scheduled_is_a_draft_again_when_people_come_or_go_and_not_when_nobody_does() {
        List<String> there = people(1);
        String at = scheduled("Few", there);
        company.postFile(at + "/recipients", "text/csv", there.getFirst() + "\n");
        assertThat(state(at)).as("they were there already").isEqualTo("scheduled");

        company.postFile(at + "/recipients", "text/csv", person() + "\n");
        assertThat(state(at)).isEqualTo("draft");

        company.post(at + "/start", Map.of("confirm", 2));
        assertThat(state(at)).isEqualTo("scheduled");
        String saved = company.post(
                        "/api/audiences", Map.of("name", "Few " + person(), "campaignId", audienceOf(people(1))))
                .body()
                .get("id")
                .asString();
        company.post(at + "/recipients", Map.of("audienceId", saved));
        assertThat(state(at)).isEqualTo("draft");

        company.post(at + "/start", Map.of("confirm", 3));
        assertThat(company.delete(at + "/recipients").body().get("state").asString())
                .isEqualTo("draft");
    }

    @Test
    void of_one_that_is_paused_nothing_changes_but_the_numbers_it_leaves_from() {
        var made = company.post("/api/campaigns", begun("Halfway", people(200)));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.post(at + "/pause", Map.of());

        assertThat(company.put(at, planned("Halfway", null)).code()).isEqualTo("campaign_not_draft");
        assertThat(company.postFile(at + "/recipients", "text/csv", person() + "\n")
                        .code())
                .isEqualTo("campaign_not_draft");
        assertThat(company.delete(at + "/recipients").code()).isEqualTo("campaign_not_draft");
        assertThat(state(at)).isEqualTo("paused");
        company.post(at + "/cancel", Map.of());
    }

    @Test
    void what_a_second_list_gets_wrong_is_told_of_it_and_not_of_the_first() {
        var there = person();
        String at = "/api/campaigns/"
                + company.post("/api/campaigns", draft("Two lists", List.of(there, "no number")))
                        .body()
                        .at("/campaign/id")
                        .asString();

        var intake = company.postFile(
                        at + "/recipients", "text/csv", "Phone\n%s\nnone\n%s\n%s\n".formatted(person(), there, there))
                .body();

        assertThat(intake.get("duplicates").asInt()).isEqualTo(2);
        assertThat(intake.get("rejected"))
                .extracting(line ->
                        line.get("line").asInt() + " " + line.get("code").asString())
                .containsExactly("3 not_a_number", "4 duplicate", "5 duplicate");
    }

    @Test
    void a_large_file_in_another_encoding_is_refused_in_words_that_arrive() {
        String at = "/api/campaigns/"
                + company.post("/api/campaigns", draft("Encoding", List.of()))
                        .body()
                        .at("/campaign/id")
                        .asString();
        byte[] file = ("Phone,Name\n+15595550100,Jos\u00e9\n" + "+15595550100,Ana Lopez\n".repeat(600_000))
                .getBytes(StandardCharsets.ISO_8859_1);

        var refused = company.postBytes(at + "/recipients", "text/csv", file);

        assertThat(refused.code()).isEqualTo("not_utf8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "/api/campaigns         > \"media\":[null]                              > media",
                "/api/campaigns         > \"fromNumbers\":[null]                        > fromNumbers",
                "/api/campaigns         > \"startAt\":\"+999999999-01-01T00:00:00Z\"    > startAt"
            })
    void what_cannot_be_is_said_to_be_wrong(String path, String field, String named) {
        var refused = company.postText(
                path,
                "{\"name\":\"A\",\"message\":\"Hi\",\"fromNumber\":\"%s\",\"draft\":true,%s}"
                        .formatted(Outside.MAIN_NUMBER, field));

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "consent.method,    hearsay,   I agree, 2024-03-14, A",
        "consent.words,     paper,     '',      2024-03-14, A",
        "consent.date,      paper,     I agree, 2099-01-01, A",
        "consent.date,      paper,     I agree, 03/14/2024, A",
        "consent.date,      paper,     I agree, -4999-01-01, A",
        "consent.reference, paper,     I agree, 2024-03-14, long"
    })
    void consent_that_proves_nothing_is_refused_beside_its_field_and_nobody_is_taken(
            String field, String method, String words, String date, String reference) {
        String at = "/api/campaigns/" + audienceOf(List.of());
        String kept = reference.equals("long") ? "x".repeat(301) : reference;
        var consent = Map.of("method", method, "words", words, "date", date, "reference", kept);
        var wanted = new HashMap<>(draft("Proof", people(1)));
        wanted.put("consent", consent);

        var listed = company.post("/api/campaigns", wanted);
        var file = company.postFile(
                at
                        + "/recipients?consentMethod=%s&consentWords=%s&consentDate=%s&consentReference=%s"
                                .formatted(method, words.replace(' ', '+'), date, kept),
                "text/csv",
                person() + "\n");

        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(422);
        assertThat(listed.field()).isEqualTo(field);
        assertThat(file.status()).as(file.body().toString()).isEqualTo(422);
        assertThat(file.field()).isEqualTo(field);
        assertThat(company.get(at).body().at("/counts/total").asInt()).isZero();
    }

    /** Consent, hours and caps are those of a campaign for a customer, and a test has none of them. */
    @Test
    void a_test_goes_to_a_phone_of_an_extension_and_to_no_customer() {
        List<String> customer = people(1);
        String at = "/api/campaigns/" + audienceOf(customer);

        var refused = company.post(at + "/test", Map.of("to", customer.getFirst()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("to");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("not_a_phone_of_yours");
        assertThat(company.post(
                                at + "/test",
                                Map.of("to", company.extension("102").get("forwardTo")))
                        .status())
                .isEqualTo(200);
        assertThat(programs.outside().received(customer.getFirst())).isEmpty();
    }

    @Test
    void a_field_that_is_null_is_not_known() {
        var preview = company.postText(
                "/api/campaigns/preview", "{\"message\":\"Hi {{firstName}}\",\"fields\":{\"firstName\":null}}");

        assertThat(preview.body().path("missing").asString()).isEqualTo("firstName");
    }

    private static Map<String, Object> draft(String name, List<String> recipients) {
        return Map.of(
                "name",
                name,
                "message",
                "Only this week, " + name + ".",
                "recipients",
                recipients,
                "fromNumber",
                Outside.MAIN_NUMBER,
                "draft",
                true);
    }

    private static Map<String, Object> begun(String name, List<String> recipients) {
        var begun = new HashMap<>(draft(name, recipients));
        begun.put("consent", Map.of("method", "paper", "words", "I agree"));
        begun.remove("draft");
        return begun;
    }

    private static Map<String, Object> planned(String name, @Nullable String startAt) {
        var planned = new HashMap<>(draft(name, List.of()));
        planned.put("startAt", startAt);
        return planned;
    }

    /** @return its address */
    private String scheduled(String name, List<String> recipients) {
        var planned = new HashMap<>(draft(name, recipients));
        planned.put("startAt", "2036-05-01T18:00:00Z");
        var made = company.post("/api/campaigns", planned);
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.post(at + "/start", Map.of("confirm", recipients.size()));
        assertThat(state(at)).isEqualTo("scheduled");
        return at;
    }

    /** @return the id of a draft for them */
    private String audienceOf(List<String> people) {
        return company.post("/api/campaigns", draft("Audience", people))
                .body()
                .at("/campaign/id")
                .asString();
    }

    private String state(String at) {
        return company.get(at).body().get("state").asString();
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> person()).toList();
    }
}
