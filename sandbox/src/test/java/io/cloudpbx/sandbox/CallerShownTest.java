package io.cloudpbx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.call.Behaviour;
import io.cloudpbx.sandbox.call.CallerTraits;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the called party sees ({@code twilio.md} sections 2.1, 12 and 19.3). */
class CallerShownTest {
    private static final String BUSINESS = "+14155550101";
    /** Maria Santos, of whom the name database knows. */
    private static final String CALLER = "+14155550148";

    private static final String MOBILE = "+14155550191";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(50));
    private final CustomerServer customer = new CustomerServer();

    @BeforeEach
    void buy() {
        customer.on("/voice", CustomerServer.twiml("<Response><Pause length=\"20\"/></Response>"));
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", BUSINESS, "VoiceUrl", customer.url("/voice"));
        sandbox.switchBoard().handsets().teach(MOBILE, new Behaviour.Answer(0.0, "<Response><Pause/></Response>"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        customer.close();
    }

    private Rest business() {
        return Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
    }

    private Rest outside() {
        return Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID);
    }

    private Map<String, String> calledBy(String caller) {
        outside()
                .post(
                        "Calls.json",
                        "From",
                        caller,
                        "To",
                        BUSINESS,
                        "Twiml",
                        "<Response><Pause length=\"9\"/></Response>");
        await().until(() -> !asked().isEmpty());
        return asked().getLast().form();
    }

    private List<Asked> asked() {
        return List.copyOf(customer.asked);
    }

    private Rest.Reply calls(Rest account, String from, String... more) {
        String[] form = Stream.concat(
                        Stream.of("From", from, "To", MOBILE, "Twiml", "<Response><Pause/></Response>"),
                        Stream.of(more))
                .toArray(String[]::new);
        return account.post("Calls.json", form);
    }

    private Call handsetLeg() {
        return await().until(
                        () -> sandbox.state().calls().stream()
                                .filter(call -> call.to().equals(MOBILE) && call.direction() == Call.Direction.INBOUND)
                                .findFirst()
                                .orElse(null),
                        leg -> leg != null);
    }

    private void lookUpCallers() {
        String sid = sandbox.state().number(BUSINESS).orElseThrow().sid();
        business().post("IncomingPhoneNumbers/" + sid + ".json", "VoiceCallerIdLookup", "true");
    }

    @Test
    void an_inbound_call_carries_a_token_that_shows_its_caller_once_more() {
        String token = calledBy(CALLER).getOrDefault("CallToken", "");
        assertThat(token).matches("%7B%22parentCallInfoToken%22%3A%22[\\w.-]+%22.*%7D");

        Rest.Reply forwarded = calls(business(), CALLER, "CallToken", token);

        assertThat(forwarded.status()).isEqualTo(201);
        assertThat(handsetLeg().from()).isEqualTo(CALLER);
    }

    @Test
    void without_its_token_with_anothers_or_with_a_forged_one_a_foreign_caller_is_not_shown() {
        String token = calledBy(CALLER).getOrDefault("CallToken", "");
        String forged = token.replaceFirst("[\\w-](?=%22%2C)", token.contains("A%22%2C") ? "B" : "A");

        assertThat(calls(business(), CALLER).code()).isEqualTo(21210);
        assertThat(calls(business(), "+15105550192", "CallToken", token).code()).isEqualTo(21210);
        assertThat(forged).isNotEqualTo(token);
        assertThat(calls(business(), CALLER, "CallToken", forged).code()).isEqualTo(20001);
        assertThat(calls(outside(), "+15105550192", "CallToken", token).code()).isEqualTo(20001);
    }

    @Test
    void another_caller_id_of_the_account_is_shown_instead_of_from() {
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550102");

        Rest.Reply placed = calls(business(), BUSINESS, "CallerId", "+14155550102", "CallReason", "Your visit at 9");

        assertThat(placed.text("from")).isEqualTo(BUSINESS);
        assertThat(handsetLeg().from()).isEqualTo("+14155550102");
        assertThat(sandbox.switchBoard()
                        .transcript(placed.text("sid"))
                        .orElseThrow()
                        .entries())
                .anySatisfy(entry -> {
                    assertThat(entry.event()).isEqualTo("call-reason");
                    assertThat(entry.text()).isEqualTo("Your visit at 9");
                });
    }

    @Test
    void over_a_trunk_of_an_own_carrier_any_number_is_shown() {
        Rest.Reply placed = calls(business(), "+15105550192", "Byoc", "BY" + "0a".repeat(16));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(handsetLeg().from()).isEqualTo("+15105550192");
    }

    @Test
    void the_callers_name_is_looked_up_and_paid_for_when_the_number_wants_it() {
        lookUpCallers();

        Map<String, String> parameters = calledBy(CALLER);

        assertThat(parameters).containsEntry("CallerName", "SANTOS MARIA");
        assertThat(business()
                        .get("Calls/" + parameters.get("CallSid") + ".json")
                        .text("caller_name"))
                .isEqualTo("SANTOS MARIA");
        assertThat(business()
                        .get("/lookups/v2/PhoneNumbers/" + CALLER + "?Fields=caller_name")
                        .json()
                        .at("/caller_name/caller_name")
                        .asString())
                .isEqualTo("SANTOS MARIA");
        var used = business()
                .get("Usage/Records.json?Category=calleridlookups")
                .json()
                .at("/usage_records/0");
        assertThat(used.path("count").asString()).isEqualTo("1");
        assertThat(used.path("price").asString()).isEqualTo("0.01000");
    }

    @Test
    void a_name_that_nobody_knows_is_empty_and_paid_for_too() {
        lookUpCallers();

        assertThat(calledBy("+14155550192")).containsEntry("CallerName", "");
        assertThat(business()
                        .get("Usage/Records.json?Category=calleridlookups")
                        .json()
                        .at("/usage_records/0/count")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void without_the_setting_or_a_shown_number_no_name_is_looked_up() {
        assertThat(calledBy(CALLER)).doesNotContainKey("CallerName");
        lookUpCallers();
        sandbox.switchBoard().handsets().describe(CALLER, new CallerTraits("anonymous", null, null, null, null));
        int before = asked().size();

        calledBy(CALLER);
        await().until(() -> asked().size() > before);

        assertThat(asked().getLast().form()).containsEntry("From", "anonymous").doesNotContainKey("CallerName");
        assertThat(business()
                        .get("Usage/Records.json?Category=calleridlookups")
                        .json()
                        .at("/usage_records/0/count")
                        .asString())
                .isEqualTo("0");
    }
}
