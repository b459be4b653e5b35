package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong with campaigns, alone or two of them at once. */
class CampaignMistakesTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(8100);

    private final Company company = TwoPrograms.sharedAfternoon().company();

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

    @Test
    void one_that_is_scheduled_begins_with_those_whose_number_was_said_or_not_by_itself() {
        var planned = new HashMap<>(draft("Next year", people(1)));
        planned.put("startAt", "2036-05-01T18:00:00Z");
        var made = company.post("/api/campaigns", planned);
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.post(at + "/start", Map.of("confirm", 1));
        company.postFile(at + "/recipients", "text/csv", person() + "\n");
        assertThat(company.get(at).body().get("state").asString()).isEqualTo("scheduled");

        company.postFile(
                at + "/recipients",
                "text/csv",
                IntStream.range(0, 1_000).mapToObj("+1559557%04d"::formatted).collect(Collectors.joining("\n")));

        assertThat(company.get(at).body().get("state").asString()).isEqualTo("draft");
        assertThat(company.post(at + "/start", Map.of()).field()).isEqualTo("confirm");
        company.post(at + "/start", Map.of("confirm", 1_002));
        assertThat(company.get(at).body().get("state").asString()).isEqualTo("scheduled");
        planned.remove("startAt");
        assertThat(company.put(at, planned).body().get("state").asString())
                .as("without a time it would be scheduled for ever")
                .isEqualTo("draft");
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

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> person()).toList();
    }
}
