package io.cloudpbx.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The caller's language, told against a small business of its own. */
class SandboxExtensionTest {
    @RegisterExtension
    static final SandboxExtension carrier = SandboxExtension.atSpeed(50);

    private static final String MAIN = "+18885550142";
    private static final String RUTH = "+14155550191";
    private static final String FINANCE = "+14155550192";

    private CustomerServer business;

    @BeforeEach
    void open() {
        business = new CustomerServer();
        callersGetTo("/menu");
    }

    private void callersGetTo(String path) {
        var rest = Rest.as(carrier.baseUrl(), Account.BUSINESS_SID);
        if (carrier.sandbox().state().number(MAIN).isEmpty()) {
            rest.post("IncomingPhoneNumbers.json", "PhoneNumber", MAIN);
        }
        String sid = carrier.sandbox().state().number(MAIN).orElseThrow().sid();
        rest.post("IncomingPhoneNumbers/" + sid + ".json", "VoiceUrl", business.url(path));
    }

    @AfterEach
    void close() {
        business.close();
    }

    private void answer(String path, String verbs) {
        business.on(path, CustomerServer.twiml("<Response>" + verbs + "</Response>"));
    }

    private void aReceptionist() {
        answer("/menu", """
                <Gather numDigits="1" action="/pressed"><Say>Welcome. Press 0 to talk to us.</Say></Gather>
                <Say>Goodbye.</Say>""");
        answer("/pressed", """
                <Gather input="speech" speechTimeout="1" action="/said"><Say>How may I help you?</Say></Gather>""");
        answer("/said", """
                <Say>One moment.</Say>
                <Dial timeout="20"><Number url="/screen">%s</Number></Dial>
                <Say>Nobody is there.</Say>""".formatted(FINANCE));
        answer("/screen", """
                <Gather numDigits="1" action="/accepted"><Say>A call for you. Press 1 to accept.</Say></Gather>
                <Hangup/>""");
        answer("/accepted", "");
    }

    @Test
    void who_asks_for_billing_is_connected_to_finance() {
        aReceptionist();
        Person ruth = carrier.person(RUTH);
        Person finance = carrier.person(FINANCE);

        ruth.calls(MAIN).hears("welcome").presses("0").hears("how may i").says("Billing please");
        finance.answers().hears("press 1").presses("1");
        ruth.isConnectedTo(finance).says("About my invoice.");
        finance.hears("invoice").says("I will look.").hangsUp();
        ruth.hears("i will look").hears("nobody is there").isHungUpOn();

        assertThat(business.asked)
                .filteredOn(asked -> asked.target().equals("/said"))
                .first()
                .satisfies(asked -> assertThat(asked.form()).containsEntry("SpeechResult", "Billing please"));
    }

    @Test
    void a_caller_may_interrupt_decline_hang_up_or_be_refused() {
        aReceptionist();
        Person ruth = carrier.person(RUTH);
        Person finance = carrier.person(FINANCE);

        ruth.calls(MAIN).beginsToHear("welcome").presses("0").hears("how may i").says("Billing");
        finance.declines();
        ruth.hears("nobody is there").isHungUpOn();

        ruth.calls(MAIN).hears("welcome").hangsUp();
        callersGetTo("/busy");
        answer("/busy", "<Reject reason='busy'/>");
        ruth.calls(MAIN).isRefused("busy");
    }

    @Test
    void time_runs_only_while_somebody_waits() {
        aReceptionist();
        Person ruth = carrier.person(RUTH).calls(MAIN).hears("welcome");
        ruth.waits(Duration.ofSeconds(4)).presses("0").hears("how may i").hangsUp();
        ruth.calls(MAIN)
                .hears("welcome")
                .waits(Duration.ofSeconds(6))
                .hears("goodbye")
                .isHungUpOn();
    }

    @Test
    void what_does_not_happen_is_told_with_the_story_of_the_call() {
        answer("/menu", "<Say>Welcome.</Say>");
        Person ruth = carrier.person(RUTH).calls(MAIN);
        ruth.isHungUpOn();
        assertThatThrownBy(() -> ruth.hears("goodbye"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected +14155550191 to hear \"goodbye\"")
                .hasMessageContaining("business said       Welcome.");
    }

    @Test
    void what_the_carrier_complains_about_is_an_alert_of_this_test() {
        carrier.expectAlerts();
        answer("/menu", "<Sing/>");
        carrier.person(RUTH).calls(MAIN).isHungUpOn();
        assertThat(carrier.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.code()).isEqualTo(12200));
    }
}
