package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborDental.DANA;
import static io.cloudpbx.journeys.HarborDental.LUIS;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Callers of Harbor Dental who have somebody on the line, and are transferred. */
class TransferJourneysTest {
    private static final Path PICTURES = Path.of("target", "transfer");

    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();
    private final Person luis = HARBOR.luis();

    @Test
    void whoever_has_the_caller_transfers_them_to_somebody_who_hears_by_whom() {
        talksWithDana();

        assertThat(transfer(LUIS).status()).isEqualTo(200);

        dana.isHungUpOn();
        luis.answers().hears("Dana Whitfield transferred it to you").presses("1");
        caller.isConnectedTo(luis).hangsUp();
        assertThat(ended().get("outcome").asString()).isEqualTo("answered");
        assertThat(texts("text"))
                .containsSubsequence("Talking to Dana Whitfield", "Ringing Luis Ortega", "Talking to Luis Ortega");
        assertThat(texts("reason")).contains("Dana Whitfield transferred the call");
    }

    @Test
    void a_caller_whom_nobody_takes_comes_back_and_the_phone_says_so() {
        talksWithDana();
        transfer(LUIS);
        dana.isHungUpOn();

        luis.declines();

        dana.answers().hears("It comes back to you, as nobody took it").presses("1");
        // They were connected before, so that this alone would not be seen.
        await().until(() -> live().get("where").asString().equals("talking"));
        caller.hangsUp();
        assertThat(ended().get("outcome").asString()).isEqualTo("answered");
        assertThat(texts("text"))
                .containsSubsequence("Talking to Dana Whitfield", "Ringing Luis Ortega", "Talking to Dana Whitfield");
    }

    @Test
    void a_caller_whom_nobody_takes_any_more_was_missed_and_waits_to_be_called_back() {
        talksWithDana();
        transfer(LUIS);
        dana.isHungUpOn();
        luis.declines();
        dana.declines();

        caller.hears("You've reached Dana Whitfield").hangsUp();

        var call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("missed");
        assertThat(call.hasNonNull("answeredAt")).isFalse();
        assertThat(ofCaller("/api/missed-calls?limit=200")).hasSize(1);
    }

    @Test
    void a_caller_can_be_transferred_straight_to_a_mailbox() {
        talksWithDana();

        transfer("mailbox-" + LUIS);

        caller.hears("You've reached Luis Ortega").hangsUp();
        assertThat(texts("text")).contains("Leaving a message for Luis Ortega");
    }

    @Test
    void a_caller_is_sent_to_a_number_outside_and_comes_back_when_nobody_answers_there() {
        Person outside = HARBOR.caller();
        talksWithDana();

        assertThat(transfer(outside.number()).status()).isEqualTo(200);
        dana.isHungUpOn();
        outside.declines();

        dana.answers().hears("It comes back to you, as nobody took it").presses("1");
        await().until(() -> live().get("where").asString().equals("talking"));
        assertThat(transfer(" " + outside.number().substring(2)).status()).isEqualTo(200);
        outside.answers();
        caller.isConnectedTo(outside).says("Is this the laboratory?");
        outside.hears("Is this the laboratory?").hangsUp();
        assertThat(ended().get("outcome").asString()).isEqualTo("answered");
        assertThat(texts("reason")).contains("Dana Whitfield transferred the call");
        assertThat(programs.company().get("/api/audit?limit=50").body().toString())
                .contains("to …" + outside.number().substring(8))
                .doesNotContain(outside.number());
    }

    @Test
    void a_call_that_rings_somewhere_is_taken_elsewhere() {
        caller.calls(Outside.MAIN_NUMBER).hears("press 0").presses(DANA);
        dana.rings();

        transfer(LUIS);

        luis.answers().hears("press 1").presses("1");
        caller.isConnectedTo(luis).hangsUp();
    }

    @Test
    void a_call_is_ended_by_whoever_hangs_it_up_for_all() {
        talksWithDana();
        String at = "/api/calls/" + live().get("id").asString();

        assertThat(programs.company().post(at + "/hang-up", Map.of()).status()).isEqualTo(200);

        caller.isHungUpOn();
        dana.isHungUpOn();
        ended();
        assertThat(programs.company().post(at + "/hang-up", Map.of()).code()).isEqualTo("call_over");
        assertThat(programs.company().post(at + "/transfer", Map.of("to", LUIS)).code())
                .isEqualTo("call_over");
    }

    @Test
    void what_cannot_be_is_refused_by_name_and_the_two_talk_on() {
        caller.calls(Outside.MAIN_NUMBER).beginsToHear("Thank you for calling");
        assertThat(transfer(LUIS).code()).isEqualTo("call_not_with_us");
        caller.hears("press 0").presses(DANA);
        dana.answers().hears("press 1").presses("1");
        caller.isConnectedTo(dana);

        assertThat(refused(DANA)).isEqualTo("same_extension");
        assertThat(refused("198")).isEqualTo("unknown_extension");
        assertThat(refused("the moon")).isEqualTo("unknown_place");
        assertThat(refused("outside_15305550199")).isEqualTo("unknown_place");
        assertThat(refused(Outside.MAIN_NUMBER)).isEqualTo("own_number");
        assertThat(refused("+44 20 7946 0123")).isEqualTo("country_not_allowed");
        assertThat(refused("911")).isEqualTo("unknown_extension");
        assertThat(live().get("where").asString()).isEqualTo("talking");
        caller.hangsUp();
    }

    @Test
    void the_call_s_page_transfers_the_call_and_hangs_up() throws Exception {
        talksWithDana();
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(
                    programs.company().base() + "/calls/" + live().get("id").asString());
            button(page, "Transfer…").click();
            button(page, "Transfer").click();
            page.getByText("Choose who is to have the caller.").waitFor();
            var to = page.getByLabel("To", new Page.GetByLabelOptions().setExact(true));
            to.selectOption("outside");
            button(page, "Transfer").click();
            page.getByText("Enter the number to call.").waitFor();
            page.getByLabel("Number").fill("+44 20 7946 0123");
            button(page, "Transfer").click();
            OnTheLine.look(page, page.getByText("is in a country that is not called"), PICTURES, "outside");
            to.selectOption(LUIS);
            button(page, "Ring Them").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("transfer.png")));
            button(page, "Transfer").click();
            luis.answers().hears("press 1").presses("1");
            caller.isConnectedTo(luis);
            page.getByText("Talking to Luis Ortega").first().waitFor();

            button(page, "Hang Up…").click();
            button(page, "Hang Up").click();

            caller.isHungUpOn();
            page.getByText("The call ended").first().waitFor();
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        }
    }

    private void talksWithDana() {
        caller.calls(Outside.MAIN_NUMBER).hears("press 0").presses(DANA);
        dana.answers().hears("press 1").presses("1");
        caller.isConnectedTo(dana);
        await().until(() -> live().get("where").asString().equals("talking"));
    }

    private Company.Reply transfer(String to) {
        return programs.company().post("/api/calls/" + live().get("id").asString() + "/transfer", Map.of("to", to));
    }

    /** By which code. */
    private String refused(String to) {
        return transfer(to).body().at("/errors/0/code").asString();
    }

    private JsonNode live() {
        return await().until(() -> ofCaller("/api/calls/live"), found -> !found.isEmpty())
                .getFirst();
    }

    private JsonNode ended() {
        return await().until(
                        () -> ofCaller("/api/calls?limit=200"),
                        found -> !found.isEmpty()
                                && !found.getFirst().get("live").asBoolean())
                .getFirst();
    }

    private List<JsonNode> ofCaller(String path) {
        return programs.company()
                .get(path)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller.number()))
                .toList();
    }

    /** Of each step of the caller's call, once it is over. */
    private List<String> texts(String field) {
        return programs.company()
                .get("/api/calls/" + ended().get("id").asString())
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get(field).asString())
                .toList();
    }
}
