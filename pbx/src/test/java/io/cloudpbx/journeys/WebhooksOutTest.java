package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.hooks.Receiver;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** T19: another system hears of what happens at Harbor Dental, and a person sets it up and looks after it. */
class WebhooksOutTest {
    private static final Browser BROWSER = new Browser();
    private static final String DANAS_MOBILE = "+14155550190";
    private static final AtomicInteger PEOPLE = new AtomicInteger(100);

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final Receiver receiver = new Receiver();
    private final String person = "+1650555%04d".formatted(PEOPLE.getAndIncrement());

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void nobody_listens_any_more() {
        company.get("/api/webhooks")
                .body()
                .get("items")
                .forEach(webhook ->
                        company.delete("/api/webhooks/" + webhook.get("id").asString()));
        receiver.close();
    }

    @Test
    void texts_a_wish_for_a_person_and_an_opt_out_are_told_as_the_api_shows_them() {
        listen("text.received", "text.sent", "conversation.needs_person", "contact.opted_out");
        outside.texts(person, Outside.MAIN_NUMBER, "Can I talk to a real person please?");

        JsonNode received = told("text.received").get("data");
        assertThat(received.get("from").asString()).isEqualTo(person);
        assertThat(received.get("body").asString()).isEqualTo("Can I talk to a real person please?");
        assertThat(company.get("/api/messages/" + received.get("id").asString())
                        .body()
                        .get("body"))
                .isEqualTo(received.get("body"));
        assertThat(told("conversation.needs_person").at("/data/needsPerson").asString())
                .isNotEmpty();
        assertThat(told("text.sent").at("/data/to").asString()).isEqualTo(person);

        outside.texts(person, Outside.MAIN_NUMBER, "STOP");
        JsonNode optedOut = told("contact.opted_out").get("data");
        assertThat(optedOut.get("number").asString()).isEqualTo(person);
        assertThat(optedOut.get("quote").asString()).isEqualTo("STOP");
        assertThat(optedOut.get("source").asString()).isEqualTo("keyword");
    }

    @Test
    void a_call_that_leaves_a_message_is_told_when_it_ends_and_the_message_when_it_can_be_played() {
        listen("call.started", "call.answered", "call.ended", "call.missed", "voicemail.stored");
        outside.behaves(DANAS_MOBILE, "busy");
        outside.call(
                person,
                Outside.MAIN_NUMBER,
                "<Pause length='3'/><Play digits='101'/><Pause length='12'/><Say loop='12'>My crown came off.</Say>");

        JsonNode voicemail = told("voicemail.stored").get("data");
        assertThat(voicemail.get("from").asString()).isEqualTo(person);
        assertThat(voicemail.get("ext").asString()).isEqualTo("101");
        JsonNode begun = told("call.started").get("data");
        assertThat(begun.get("direction").asString()).isEqualTo("inbound");
        assertThat(begun.get("live").asBoolean()).isTrue();
        JsonNode call = told("call.ended").get("data");
        assertThat(call.get("id")).isEqualTo(begun.get("id"));
        assertThat(call.get("from").asString()).isEqualTo(person);
        assertThat(call.get("endedAt").isNull()).isFalse();
        assertThat(call.get("outcome").asString()).isEqualTo("voicemail");
        assertThat(receiver.got())
                .noneMatch(got -> got.body().contains("call.missed"))
                .noneMatch(got -> got.body().contains("call.answered"));
    }

    @Test
    void a_caller_whom_somebody_takes_is_told_while_they_talk() {
        listen("call.answered");
        outside.answers(DANAS_MOBILE, "<Pause length='9'/><Play digits='1'/><Pause length='5'/>");
        outside.call(person, Outside.MAIN_NUMBER, "<Pause length='3'/><Play digits='101'/><Pause length='60'/>");

        JsonNode answered = told("call.answered").get("data");
        assertThat(answered.get("direction").asString()).isEqualTo("inbound");
        assertThat(answered.get("endedAt").isNull()).isTrue();
        assertThat(answered.at("/extension/ext").asString()).isEqualTo("101");
    }

    @Test
    void a_call_that_somebody_here_begins_is_told_from_its_beginning_to_its_end() {
        listen("call.started", "call.answered", "call.ended", "call.missed");
        outside.answers(DANAS_MOBILE, "<Pause length='9'/><Play digits='1'/><Pause length='60'/>");
        outside.answers(person, "<Pause length='3'/>");
        var placed = company.post("/api/calls", Map.of("to", person));
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        JsonNode id = placed.body().get("id");

        JsonNode begun = told("call.started").get("data");
        assertThat(begun.get("direction").asString()).isEqualTo("outbound");
        assertThat(begun.get("id")).isEqualTo(id);
        assertThat(begun.get("answeredAt").isNull()).isTrue();
        JsonNode answered = told("call.answered").get("data");
        assertThat(answered.get("to").asString()).isEqualTo(person);
        assertThat(answered.get("answeredAt").isNull()).isFalse();
        JsonNode over = told("call.ended").get("data");
        assertThat(over.get("id")).isEqualTo(id);
        assertThat(over.get("outcome").asString()).isEqualTo("answered");
        assertThat(receiver.got().stream().map(got -> got.header("webhook-id")).distinct())
                .hasSize(3);
    }

    @Test
    void a_call_of_ours_that_nobody_takes_is_over_and_was_not_missed_and_is_not_told_anew_when_it_is_forgotten() {
        listen("call.answered", "call.ended", "call.missed", "contact.opted_out");
        outside.behaves(DANAS_MOBILE, "busy");
        var contact = company.post("/api/contacts", Map.of("name", "Ruth Adler", "numbers", List.of(person)));
        assertThat(contact.status()).as(contact.body().toString()).isEqualTo(201);
        company.post("/api/calls", Map.of("to", person));
        assertThat(told("call.ended").at("/data/outcome").asString()).isEqualTo("not_taken");

        assertThat(company.delete("/api/contacts/" + contact.body().get("id").asString())
                        .status())
                .isEqualTo(200);
        outside.texts(person, Outside.MAIN_NUMBER, "STOP");
        told("contact.opted_out");
        assertThat(receiver.got())
                .noneMatch(got -> got.body().contains("call.answered"))
                .noneMatch(got -> got.body().contains("call.missed"))
                .filteredOn(got -> got.body().contains("call.ended"))
                .hasSize(1);
    }

    @Test
    void a_caller_who_hangs_up_while_it_rings_is_told_as_missed_when_no_message_of_theirs_can_come_any_more() {
        listen("call.missed");
        outside.behaves(DANAS_MOBILE, "ring-out");
        outside.call(person, Outside.MAIN_NUMBER, "<Pause length='3'/><Play digits='101'/><Pause length='6'/>");

        String id = await().until(this::endedCall, found -> !found.isEmpty());
        assertThat(receiver.got()).isEmpty();
        programs.bean(Jobs.class).soon("hooks.seems-missed", id);
        assertThat(told("call.missed").at("/data/from").asString()).isEqualTo(person);
    }

    @Test
    void who_is_turned_away_is_told_as_over_and_not_as_missed() {
        listen("call.ended", "call.missed", "contact.opted_out");
        String blocked = "/api/callflow/blocked/" + person;
        assertThat(company.put(blocked, Map.of()).status()).isEqualTo(204);
        outside.call(person, Outside.MAIN_NUMBER, "<Pause length='3'/>");
        assertThat(told("call.ended").at("/data/outcome").asString()).isEqualTo("rejected");

        assertThat(company.delete(blocked).status()).isEqualTo(204);
        outside.texts(person, Outside.MAIN_NUMBER, "STOP");
        told("contact.opted_out");
        assertThat(receiver.got()).noneMatch(got -> got.body().contains("call.missed"));
    }

    private String endedCall() {
        return company.get("/api/calls?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(call -> call.path("from").asString("").equals(person))
                .filter(call -> !call.get("live").asBoolean())
                .map(call -> call.get("id").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void a_campaign_is_told_when_it_is_over_with_all_its_counts() {
        listen("campaign.ended");
        company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Nobody agreed",
                        "message",
                        "Only this week.",
                        "recipients",
                        List.of(person),
                        "fromNumber",
                        Outside.MAIN_NUMBER));

        JsonNode campaign = told("campaign.ended").get("data");
        assertThat(campaign.get("state").asString()).isEqualTo("done");
        assertThat(campaign.at("/counts/skipped").asInt()).isEqualTo(1);
        assertThat(campaign.at("/counts/waiting").asInt()).isZero();
    }

    @Test
    void what_cannot_be_is_refused_by_field() {
        assertThat(add("https://192.168.1.10/hook", "call.ended")).isEqualTo("url not_public");
        assertThat(add("http://crm.example/hook", "call.ended")).isEqualTo("url not_https");
        assertThat(add("not an address", "call.ended")).isEqualTo("url invalid_url");
        assertThat(add("https://203.0.114.1/hook", "fax.received")).isEqualTo("events unknown_event");
        assertThat(company.get("/api/webhooks/00000000-0000-0000-0000-000000000000")
                        .code())
                .isEqualTo("webhook_not_found");
    }

    private String add(String url, String event) {
        var reply = company.post("/api/webhooks", Map.of("url", url, "events", List.of(event)));
        assertThat(reply.status()).isEqualTo(422);
        return reply.field() + " " + reply.body().at("/errors/0/code").asString();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void a_person_adds_one_tries_it_reads_its_log_and_sends_it_again(ColorScheme scheme, int width) throws Exception {
        try (Page page = BROWSER.tab(programs.signInLink())) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 900);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview"))
                    .waitFor();
            page.navigate(company.base() + "/settings/webhooks");
            page.getByText("No webhooks yet").waitFor();
            assertThat(Axe.violations(page)).isEmpty();

            addByKeyboard(page);
            receiver.answers(500);
            page.getByLabel("Actions for", new Page.GetByLabelOptions().setExact(false))
                    .click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Send Test"))
                    .click();
            page.getByText("answered 500").first().waitFor();
            page.getByText("Request and answers").click();
            page.getByText("webhook.test").first().waitFor();
            assertThat(page.getByText("status 500").first().isVisible()).isTrue();
            assertThat(Axe.violations(page)).isEmpty();

            receiver.answers(200);
            page.getByText("Send Again").click();
            page.getByText("Delivered · answered 200").waitFor();
            assertThat(receiver.got().stream()
                            .map(got -> got.header("webhook-id"))
                            .distinct())
                    .hasSize(1);
            page.keyboard().press("Escape");
            page.getByText("last delivered").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(BROWSER.complaints()).isEmpty();
        }
    }

    /** From the button to the secret, without a pointer. */
    private void addByKeyboard(Page page) {
        Browser.button(page, "New Webhook").focus();
        page.keyboard().press("Enter");
        page.getByText("Call missed").waitFor();
        page.keyboard().type(receiver.url().toString());
        page.keyboard().press("Tab");
        page.keyboard().type("The CRM");
        page.keyboard().press("Enter");
        page.getByText("Choose at least one event.").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.getByLabel("Call missed").focus();
        page.keyboard().press("Space");
        page.getByLabel("Address").press("Enter");
        page.getByText("whsec_").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.keyboard().press("Escape");
        page.getByText("The CRM").waitFor();
    }

    private void listen(String... events) {
        var added = company.post("/api/webhooks", Map.of("url", receiver.url().toString(), "events", List.of(events)));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().get("secret").asString()).startsWith("whsec_");
    }

    /** What the receiver has been told of this, which may take a moment; about this person, where it is about one. */
    private JsonNode told(String event) {
        return await().until(
                        () -> receiver.got().stream()
                                .map(got -> Company.JSON.readTree(got.body()))
                                .filter(told -> told.get("type").asString().equals(event))
                                .filter(told -> event.startsWith("campaign")
                                        || told.toString().contains(person))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
