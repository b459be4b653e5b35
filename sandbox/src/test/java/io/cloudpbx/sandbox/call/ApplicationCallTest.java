package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.BUSINESS;
import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Application;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} sections 2.1 and 12: an application wins over URLs, and says that it was it. */
class ApplicationCallTest extends CallTest {
    private static final String SID = "AP00000000000000000000000000000001";

    private void application() {
        carrier.state
                .applications()
                .save(new Application(
                        SID,
                        Account.BUSINESS_SID,
                        "Switchboard",
                        new Hook(customer.url("/app"), "POST", null, "POST"),
                        new Hook(null, "POST", null, "POST"),
                        customer.url("/app-status"),
                        "POST",
                        null,
                        false,
                        Instant.EPOCH,
                        Instant.EPOCH));
        customer.answer("/app", "<Say>Switchboard.</Say>");
        customer.answer("/app-status", "");
    }

    private void linkNumber() {
        IncomingNumber number = carrier.state.number(BUSINESS).orElseThrow();
        carrier.state.save(number.with(new IncomingNumber.Links(SID, null, null, null)));
    }

    @Test
    void a_number_with_an_application_is_answered_by_it() {
        application();
        linkNumber();
        business("<Say>Not me.</Say>");

        caller("<Pause length=\"10\"/>");

        assertThat(carrier.story("heard")).singleElement().asString().endsWith("Switchboard.");
        assertThat(asked("/app").get("ApplicationSid")).isEqualTo(SID);
        assertThat(asked("/app-status").get("CallStatus")).isEqualTo("completed");
        assertThat(customer.requests("/in")).isEmpty();
        assertThat(customer.requests("/status")).isEmpty();
    }

    @Test
    void without_the_application_the_number_answers_for_itself() {
        application();
        linkNumber();
        carrier.state
                .applications()
                .delete(carrier.state
                        .applications()
                        .find(Account.BUSINESS_SID, SID)
                        .orElseThrow());
        business("<Say>Front desk.</Say>");

        caller("<Pause length=\"10\"/>");

        assertThat(asked("/in").get("ApplicationSid")).isEqualTo("(absent)");
    }

    @Test
    void an_ordered_call_of_an_application_names_it() {
        application();
        answers(MOBILE, 1, "<Pause length=\"10\"/>");

        carrier.switchBoard.place(
                carrier.state.account(Account.BUSINESS_SID),
                new CallOrder(
                        BUSINESS,
                        MOBILE,
                        WebhookTarget.of(customer.url("/app"), "POST"),
                        null,
                        Carrier.tell(customer.url("/app-status"), "completed"),
                        Duration.ofSeconds(60),
                        Duration.ofHours(1),
                        "",
                        null,
                        new CallOrder.Options(null, false, "", "", SID, null, "")));
        carrier.settle();

        assertThat(asked("/app").get("ApplicationSid")).isEqualTo(SID);
        assertThat(asked("/app-status").get("ApplicationSid")).isEqualTo(SID);
    }
}
