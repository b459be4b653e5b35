package io.cloudpbx.sandbox;

import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.fault.FaultRule;
import io.cloudpbx.sandbox.fault.HowOften;
import io.cloudpbx.sandbox.fault.Part;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.fault.Where;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.ledger.LedgerEntry;
import io.cloudpbx.sandbox.state.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} E13: a day of traffic, with receipts and retries, in seconds and always alike. */
class SteppedDayTest {
    private static final String OFFICE = "+14155550101";
    private static final int STEPS = 48;
    private static final int TEXTS_PER_STEP = 40;

    @Test
    void a_day_of_texts_and_calls_runs_in_seconds_and_twice_alike() throws InterruptedException {
        long began = System.nanoTime();

        List<String> first = day();
        List<String> second = day();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(240));
        assertThat(first).hasSizeGreaterThan(STEPS * TEXTS_PER_STEP).hasSameSizeAs(second);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).as("entry " + i).isEqualTo(second.get(i));
        }
    }

    /** What the ledger says afterwards, but for identifiers and the date. */
    private static List<String> day() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(1));
                CustomerServer customer = new CustomerServer()) {
            customer.on(
                            "/in",
                            twiml(
                                    "<Response><Gather numDigits=\"1\" action=\"/pressed\" timeout=\"5\"><Say>Welcome."
                                            + "</Say></Gather><Record action=\"/done\" recordingStatusCallback=\"/status\"/></Response>"))
                    .on("/pressed", status(500), twiml("<Response><Say>Thank you.</Say></Response>"))
                    .on("/done", twiml("<Response/>"))
                    .on("/status", status(204));
            sandbox.clock().stand();
            Instant midnight = sandbox.clock().instant();
            Rest business = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
            Rest outside = Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID);
            business.post(
                    "IncomingPhoneNumbers.json",
                    "PhoneNumber",
                    OFFICE,
                    "VoiceUrl",
                    customer.url("/in"),
                    "StatusCallback",
                    customer.url("/status"));
            nastiness(sandbox);
            Random chance = new Random(5);
            for (int step = 0; step < STEPS; step++) {
                for (int i = 0; i < TEXTS_PER_STEP; i++) {
                    text(business, customer.url("/status"), chance);
                }
                call(outside, chance);
                sandbox.clock().advance(Duration.ofDays(1).dividedBy(STEPS));
            }
            sandbox.clock().advance(Duration.ofHours(2));
            return story(sandbox, midnight);
        }
    }

    /** A tenth of the callbacks is late, a tenth doubled, a tenth changes places. */
    private static void nastiness(Sandbox sandbox) {
        Where where = new Where(Part.WEBHOOK, null, null, null, null, "message.status");
        HowOften tenth = new HowOften(0.1, null, null, null);
        sandbox.faults().add(new FaultRule(null, where, new What.Delay(1_000, 3_600_000L), tenth, 1L));
        sandbox.faults().add(new FaultRule(null, where, new What.Duplicate(1), tenth, 2L));
        sandbox.faults().add(new FaultRule(null, where, new What.Reorder(60), tenth, 3L));
    }

    private static void text(Rest business, String told, Random chance) {
        Rest.Reply sent = business.post(
                "Messages.json",
                "From",
                OFFICE,
                "To",
                "+1628555%04d".formatted(100 + chance.nextInt(100)),
                "Body",
                "word ".repeat(1 + chance.nextInt(60)),
                "StatusCallback",
                told);
        assertThat(sent.status()).as(() -> sent.json().toString()).isEqualTo(201);
    }

    private static void call(Rest outside, Random chance) {
        outside.post(
                "Calls.json",
                "From",
                "+1628555%04d".formatted(100 + chance.nextInt(100)),
                "To",
                OFFICE,
                "Twiml",
                "<Response><Pause length=\"" + chance.nextInt(9) + "\"/><Play digits=\"1\"/><Pause length=\"8\"/>"
                        + "<Say>Please call back.</Say><Pause length=\"8\"/></Response>");
    }

    private static List<String> story(Sandbox sandbox, Instant midnight) {
        List<String> story = new ArrayList<>();
        for (LedgerEntry entry : sandbox.ledger().read(0, 100_000, fact -> true).entries()) {
            Duration at = Duration.between(midnight, entry.at());
            story.add(at + " "
                    + switch (entry.fact()) {
                        case Fact.Callback told ->
                            told.about()
                                    + told.status()
                                    + told.parameters().get("To")
                                    + told.parameters().get("MessageStatus")
                                    + told.parameters().get("CallStatus");
                        case Fact.TextDelivered text -> "delivered " + text.to() + text.segments();
                        case Fact.TextReceived text -> "received " + text.from() + text.segments();
                        case Fact.RateExceeded rate -> "rate " + rate.sender() + rate.segments();
                        case Fact.CallSilence silence -> "silence " + silence.fromSecond() + " " + silence.seconds();
                    });
        }
        return story;
    }
}
