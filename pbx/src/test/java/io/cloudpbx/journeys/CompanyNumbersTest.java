package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Numbers of the company that no extension has: got, named, called, and given back. */
class CompanyNumbersTest {
    private static final String CALLER = "+12165550191";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();

    @Test
    void one_is_got_and_its_callers_hear_the_menu() {
        JsonNode number = got("Emergency line");
        assertThat(number.get("use").asString()).isEqualTo("company");
        assertThat(number.get("name").asString()).isEqualTo("Emergency line");
        assertThat(number.get("extension").isNull()).isTrue();
        assertThat(number.get("number").asString()).startsWith("+1510");
        assertThat(atCarrier(number)).isEqualTo("Emergency line");

        programs.outside().call(CALLER, number.get("number").asString(), "<Pause length=\"2\"/>");
        JsonNode call = await().until(
                        () -> company.get("/api/calls?q=" + CALLER.substring(1) + "&outcome=abandoned")
                                .body()
                                .get("items"),
                        items -> items.size() == 1)
                .get(0);
        assertThat(company.get("/api/calls/" + call.get("id").asString())
                        .body()
                        .get("steps")
                        .valueStream()
                        .map(step -> step.get("text").asString()))
                .contains("In the menu");
        isGivenBack(number);
    }

    @Test
    void who_heard_no_answer_and_asks_again_gets_no_second_one() {
        String key = UUID.randomUUID().toString();
        var wanted = Map.of("name", "Asked twice", "areaCode", "510");
        var first = company.postOnce("/api/numbers", key, wanted);
        assertThat(first.status()).isEqualTo(201);
        await().until(() -> state(first.body()).equals("ready"));

        var again = company.postOnce("/api/numbers", key, wanted);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().get("id")).isEqualTo(first.body().get("id"));
        assertThat(company.get("/api/numbers")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.path("name").asString("").equals("Asked twice")))
                .hasSize(1);
        assertThat(company.postOnce("/api/numbers", key, Map.of("name", "Another"))
                        .code())
                .isEqualTo("idempotency_key_reused");
        isGivenBack(listed(first.body()));
    }

    @Test
    void it_is_renamed_here_and_at_the_carrier_and_one_of_an_extension_is_not() {
        JsonNode number = got("Spring offer");
        var renamed = company.put(path(number) + "/name", Map.of("name", " Summer offer "));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.body().get("name").asString()).isEqualTo("Summer offer");
        await().until(() -> atCarrier(number).equals("Summer offer"));
        await().until(() -> state(number).equals("ready"));

        assertThat(company.put(path(number) + "/name", Map.of("name", " ")).field())
                .isEqualTo("name");
        assertThat(company.put(path(number) + "/name", Map.of("name", "x".repeat(51)))
                        .field())
                .isEqualTo("name");
        String danas =
                "/api/numbers/" + company.extension("101").get("numberId").asString();
        assertThat(company.get(danas).body().get("name").isNull()).isTrue();
        assertThat(company.put(danas + "/name", Map.of("name", "Mine")).code()).isEqualTo("number_in_use");
        assertThat(company.put("/api/numbers/00000000-0000-0000-0000-000000000000/name", Map.of("name", "Nobody's"))
                        .code())
                .isEqualTo("number_not_found");
        isGivenBack(number);
    }

    @Test
    void where_nothing_is_for_sale_something_near_is_named_and_nothing_is_made() {
        int before = company.get("/api/numbers").body().get("items").size();
        var refused = company.post("/api/numbers", Map.of("name", "Nowhere", "areaCode", "212"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("no_numbers_in_area_code");
        assertThat(refused.field()).isEqualTo("areaCode");
        assertThat(refused.body().get("available").isEmpty()).isFalse();
        assertThat(company.post("/api/numbers", Map.of("name", "", "areaCode", "510"))
                        .field())
                .isEqualTo("name");
        assertThat(company.post("/api/numbers", Map.of("name", "Wrong", "areaCode", "11"))
                        .field())
                .isEqualTo("areaCode");
        assertThat(company.get("/api/numbers").body().get("items").size()).isEqualTo(before);
    }

    @Test
    void a_wish_that_came_to_nothing_is_shown_and_tried_again_or_given_up() {
        JsonNode number = got("Sold out");
        isGivenBack(number);
        cameToNothing(number);
        assertThat(listed(number).at("/provisioning/state").asString()).isEqualTo("failed");
        assertThat(company.put(path(number) + "/name", Map.of("name", "New")).code())
                .isEqualTo("number_not_bought");

        assertThat(company.post(path(number) + "/provision", Map.of()).status()).isEqualTo(202);
        await().until(() -> state(number).equals("ready"));
        assertThat(company.delete(path(number)).code()).isEqualTo("number_bought");
        isGivenBack(listed(number));

        cameToNothing(number);
        assertThat(company.delete(path(number)).status()).isEqualTo(202);
        await().until(() -> state(number).equals("released"));
        assertThat(company.get("/api/numbers").body().toString())
                .doesNotContain(number.get("id").asString());
    }

    @Test
    void somebody_gets_one_at_the_numbers_page_renames_it_and_gives_it_back() throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            List<String> keys = keysOf(page);
            page.navigate(company.base() + "/numbers");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Get a Number"))
                    .click();
            button(page, "Get Number").click();
            assertThat(page.getByText("Enter a name.")).isVisible();
            name(page).fill("Holiday line");
            page.getByLabel("Area code").fill("212");
            button(page, "Get Number").click();
            assertThat(page.getByText("There are no numbers to be had in area code 212."))
                    .isVisible();
            Pictures.of(page, "numbers-get");
            browser.complaints().removeIf(complaint -> complaint.contains("status of 409"));
            page.getByLabel("Area codes with numbers").getByText("Use").first().click();
            Locator row = row(page, "Holiday line");
            assertThat(row).containsText("Ready");
            assertThat(keys).as("another wish has another key").hasSize(2).doesNotHaveDuplicates();

            row.getByText("Rename…").click();
            name(page).fill("Winter line");
            Pictures.of(page, "numbers-rename");
            button(page, "Save").click();
            Locator renamed = row(page, "Winter line");
            assertThat(renamed).containsText("Of the company");
            assertThat(renamed).containsText("Ready");
            Pictures.of(page, "numbers-company");

            String display = renamed.locator(".numbers-number").textContent();
            renamed.getByText("Release…").click();
            page.getByRole(AriaRole.DIALOG).getByLabel("Number").fill(display);
            button(page, "Release").click();
            assertThat(renamed).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** By which the server would know each wish for a number that the page sent again. */
    private static List<String> keysOf(Page page) {
        List<String> keys = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/api/numbers")) {
                keys.add(request.headers().getOrDefault("idempotency-key", "none"));
            }
        });
        return keys;
    }

    /** The sheet itself may have the word in its title. */
    private static Locator name(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"));
    }

    private static Locator row(Page page, String name) {
        return page.locator(".numbers-row").filter(new Locator.FilterOptions().setHasText(name));
    }

    private JsonNode got(String name) {
        var made = company.post("/api/numbers", Map.of("name", name, "areaCode", "510"));
        assertThat(made.status()).isEqualTo(201);
        await().until(() -> state(made.body()).equals("ready"));
        return company.get(path(made.body())).body();
    }

    private void isGivenBack(JsonNode number) {
        var released = company.post(
                path(number) + "/release", Map.of("number", number.get("number").asString()));
        assertThat(released.status()).isEqualTo(202);
        await().until(() -> state(number).equals("released"));
        assertThat(programs.carrier().state().number(number.get("number").asString()))
                .isEmpty();
    }

    /** As where the last one was sold while we came for it. */
    private void cameToNothing(JsonNode number) {
        programs.bean(JdbcClient.class)
                .sql("""
                        update phone_number
                        set state = 'failed', code = 'no_numbers_available', reason = 'None left.', e164 = null, carrier_id = null
                        where id::text = :id""")
                .param("id", number.get("id").asString())
                .update();
    }

    private JsonNode listed(JsonNode number) {
        return company.get("/api/numbers")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").equals(number.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private String state(JsonNode number) {
        return company.get(path(number)).body().at("/provisioning/state").asString();
    }

    private static String path(JsonNode number) {
        return "/api/numbers/" + number.get("id").asString();
    }

    /** What it is called in the carrier's console. */
    private String atCarrier(JsonNode number) {
        return IncomingPhoneNumber.reader()
                .setPhoneNumber(number.get("number").asString())
                .read(programs.bean(TwilioRestClient.class))
                .iterator()
                .next()
                .getFriendlyName();
    }
}
