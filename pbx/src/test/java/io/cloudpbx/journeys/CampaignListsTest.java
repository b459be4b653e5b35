package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is kept of the lists that people are brought by, and who is on them before a campaign starts. */
class CampaignListsTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(7600);

    private static final Map<String, String> AGREED =
            Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental.");

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();

    @Test
    void the_record_of_each_says_when_all_of_a_list_agreed_and_where_the_proof_is_kept() {
        String person = person();
        String contact = contact(person);

        company.postFile(
                at(draft("Dated", List.of()))
                        + "/recipients?consentMethod=paper&consentWords=I+agree&consentDate=2024-03-14&consentReference=Folder+7",
                "text/csv",
                person + "\n");

        JsonNode entry = record(contact);
        ZoneId zone =
                ZoneId.of(company.get("/api/settings").body().get("timeZone").asString());
        assertThat(entry.get("act").asString()).isEqualTo("granted");
        assertThat(Instant.parse(entry.get("at").asString()).atZone(zone).toLocalDateTime())
                .isEqualTo("2024-03-14T00:00");
        assertThat(entry.get("reference").asString()).startsWith("Folder 7 · campaign ");
        assertThat(entry.at("/proof/method").asString()).isEqualTo("paper");
        assertThat(entry.at("/proof/wording").asString()).isEqualTo("I agree");
    }

    @Test
    void of_a_list_that_came_without_a_date_the_record_says_so() {
        String person = person();
        String contact = contact(person);
        Instant before = programs.bean(Clock.class).instant();

        draft("Undated", List.of(person));

        JsonNode entry = record(contact);
        assertThat(entry.get("reference").asString()).startsWith("The list came without a date");
        assertThat(Instant.parse(entry.get("at").asString()))
                .as("no day before it was brought")
                .isAfterOrEqualTo(before.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void before_it_starts_a_file_names_everybody_with_what_they_would_get_or_why_not() {
        String agreed = person();
        String stranger = person();
        String weary = person();
        outside.texts(weary, Outside.MAIN_NUMBER, "STOP");
        await().untilAsserted(() -> assertThat(outside.received(weary)).hasSize(1));
        String id = draft("Named before", List.of(agreed, weary));
        company.postFile(at(id) + "/recipients", "text/csv", stranger + "\n");

        List<String> rows = company.file(at(id) + "/launch.csv").lines().toList();

        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst()).endsWith("to,outcome,code,reason,message");
        assertThat(rows.get(1)).contains(agreed + ",gets,,,").contains("this is Named before.");
        assertThat(rows.get(2)).contains(weary + ",skipped,opted_out,");
        assertThat(rows.get(3)).contains(stranger + ",skipped,no_consent,");
        assertThat(company.get(at(id)).body().get("state").asString()).isEqualTo("draft");
    }

    private String contact(String number) {
        return company.post("/api/contacts", Map.of("name", "Ada " + number, "numbers", List.of(number)))
                .body()
                .get("id")
                .asString();
    }

    /** @return the only line that their number has */
    private JsonNode record(String contact) {
        JsonNode ledger =
                company.get("/api/contacts/" + contact + "/consent").body().at("/items/0/ledger");
        assertThat(ledger).hasSize(1);
        return ledger.get(0);
    }

    private String draft(String name, List<String> recipients) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
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
                        true));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().at("/campaign/id").asString();
    }

    private static String at(String id) {
        return "/api/campaigns/" + id;
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }
}
