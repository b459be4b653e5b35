package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How many texts of campaigns somebody gets in a day, whatever they are about (C17). */
class CampaignCapTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(9800);
    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();

    private final Company company = AFTERNOON.company();
    private final Outside outside = AFTERNOON.outside();

    @AfterEach
    void one_a_day_as_before() {
        assertThat(allowADay(1)).isEqualTo(200);
    }

    @Test
    void news_count_as_marketing_does_and_each_counts_the_other() {
        String person = person();
        over(started("informational", person));

        String news = over(started("informational", person));
        String offer = over(started("marketing", person));

        assertThat(outside.received(person)).hasSize(1);
        assertThat(whyNot(news)).isEqualTo("campaign_cap");
        assertThat(whyNot(offer)).isEqualTo("marketing_cap");
    }

    @Test
    void news_after_an_offer_are_one_too_many() {
        String person = person();
        over(started("marketing", person));

        String news = drafted("informational", person);

        assertThat(company.get(news + "/launch").body().at("/skipped/0/code").asString())
                .isEqualTo("campaign_cap");
        assertThat(company.get(news + "/launch")
                        .body()
                        .at("/skipped/0/sentence")
                        .asString())
                .isEqualTo("They have had a campaign text in 24 hours; the most is 1.");
    }

    @Test
    void the_business_may_allow_up_to_three_and_no_more() {
        String person = person();
        assertThat(allowADay(4)).isEqualTo(422);
        assertThat(allowADay(0)).isEqualTo(422);
        assertThat(allowADay(2)).isEqualTo(200);

        over(started("informational", person));
        over(started("informational", person));
        String third = over(started("informational", person));

        assertThat(outside.received(person)).hasSize(2);
        assertThat(whyNot(third)).isEqualTo("campaign_cap");
    }

    /** It is what their appointment or order needs, and was asked for by itself. */
    @Test
    void what_one_person_is_texted_alone_is_no_campaign() {
        String person = person();
        over(started("informational", person));

        var sent = company.post(
                "/api/sms/send", Map.of("to", person, "message", "Tomorrow at nine.", "kind", "informational"));

        assertThat(sent.status()).as(sent.body().toString()).isLessThan(300);
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(2));
    }

    private int allowADay(int most) {
        var settings = (ObjectNode) company.get("/api/settings/messages").body();
        settings.put("campaignTextsADay", most);
        return company.send("PUT", "/api/settings/messages", settings.toString())
                .status();
    }

    private String whyNot(String at) {
        return company.get(at + "/reasons").body().at("/items/0/code").asString();
    }

    private String over(String at) {
        await().until(() -> {
            JsonNode now = company.get(at).body();
            return now.get("state").asString().equals("done")
                    && now.at("/counts/sent").asInt() == 0;
        });
        return at;
    }

    private String started(String kind, String person) {
        String at = drafted(kind, person);
        company.post(at + "/start", Map.of());
        return at;
    }

    private String drafted(String kind, String person) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Road",
                        "message",
                        "The road to us is closed.",
                        "kind",
                        kind,
                        "recipients",
                        List.of(person),
                        "consent",
                        Map.of("method", "web form", "words", "Text me news of my visits and offers."),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "draft",
                        true));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }
}
