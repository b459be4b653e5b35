package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hours of a date that overlap those of the night before are refused where they are written. */
class CallFlowDatesTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final DraftedFlow flow = new DraftedFlow(company);

    @BeforeEach
    @AfterEach
    void callers_are_led_as_ever() {
        flow.isAsItCame();
    }

    /** Two dates in a row, the first until two at night. */
    private ObjectNode holidays(String opens) {
        var plan = flow.withHours();
        var dates = ((ObjectNode) plan.get("hours").get("office")).putArray("dates");
        dates.addObject()
                .put("date", "2026-12-25")
                .put("label", "Christmas")
                .putArray("hours")
                .addObject()
                .put("opens", "18:00")
                .put("closes", "02:00");
        dates.addObject()
                .put("date", "2026-12-26")
                .put("label", "Sale")
                .putArray("hours")
                .addObject()
                .put("opens", opens)
                .put("closes", "12:00");
        return plan;
    }

    @Test
    void the_API_names_the_date() {
        var refused = company.put(
                "/api/callflow/draft",
                Map.of("plan", holidays("01:00"), "version", flow.drafted().get("version")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("/hours/office/dates/1/hours");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("overlapping_hours");
    }

    @Test
    void the_editor_says_so_beside_the_date_and_saves_what_is_right() throws Exception {
        flow.draft(holidays("09:00"));
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(company.base() + "/call-flow/hours%3Aoffice?show=draft");

            opens(page, "01:00");
            Locator sale =
                    page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("2026-12-26"));
            assertThat(sale).containsText("hours that begin while those of the day before still last");
            Pictures.of(page, "overlapping-dates");
            assertThat(opening()).isEqualTo("09:00");

            opens(page, "02:00");
            await().until(() -> opening().equals("02:00"));
            assertThat(sale).not().containsText("still last");
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        }
    }

    private static void opens(Page page, String time) {
        Locator field = page.getByLabel("Sale opens");
        field.fill(time);
        field.blur();
    }

    private String opening() {
        JsonNode plan = flow.drafted().get("plan");
        return plan.at("/hours/office/dates/1/hours/0/opens").asString();
    }
}
