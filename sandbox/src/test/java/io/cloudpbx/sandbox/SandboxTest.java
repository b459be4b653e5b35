package io.cloudpbx.sandbox;

import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One call through everything, driven on both sides by the official client. */
class SandboxTest {
    private static final PhoneNumber BUSINESS = new PhoneNumber("+14155550100");
    private static final PhoneNumber CALLER = new PhoneNumber("+12025550123");

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(50));
    private final CustomerServer pbx = new CustomerServer();
    private final TwilioRestClient business = LoopbackTwilio.client(sandbox.baseUrl(), Account.BUSINESS_SID);
    private final TwilioRestClient outside = LoopbackTwilio.client(sandbox.baseUrl(), Account.OUTSIDE_SID);

    @BeforeEach
    void buyNumber() {
        IncomingPhoneNumber.creator(BUSINESS)
                .setVoiceUrl(URI.create(pbx.url("/ivr/inbound")))
                .create(business);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        pbx.close();
    }

    private Call call(String twiml) {
        return Call.creator(BUSINESS, CALLER, new Twiml(twiml)).create(outside);
    }

    private void awaitEnd(String callSid) {
        await().until(() -> Call.fetcher(callSid).fetch(outside).getStatus() == Call.Status.COMPLETED);
    }

    @Test
    void a_caller_leaves_a_message_and_the_business_fetches_its_sound() throws Exception {
        pbx.on(
                        "/ivr/inbound",
                        twiml(
                                "<Response><Say>Please leave a message.</Say><Record action=\"/recorded\" playBeep=\"true\"/></Response>"))
                .on("/recorded", twiml("<Response><Hangup/></Response>"));

        Call call = call("<Response><Pause length=\"6\"/><Say>Please call me back tomorrow.</Say><Pause length=\"2\"/>"
                + "</Response>");
        awaitEnd(call.getSid());

        Asked first = pbx.asked.remove();
        assertThat(first.form())
                .containsEntry("From", CALLER.toString())
                .containsEntry("To", BUSINESS.toString())
                .containsEntry("AccountSid", Account.BUSINESS_SID)
                .containsEntry("Direction", "inbound")
                .containsEntry("CallStatus", "ringing");
        assertThat(new RequestValidator("sandbox")
                        .validate(pbx.url("/ivr/inbound"), first.form(), first.header("X-Twilio-Signature")))
                .isTrue();
        await().until(() -> Recording.reader().read(business).iterator().hasNext());
        Recording recording = Recording.reader().read(business).iterator().next();
        await().until(() ->
                Recording.fetcher(recording.getSid()).fetch(business).getStatus() == Recording.Status.COMPLETED);
        byte[] wav = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID)
                .get("Recordings/" + recording.getSid() + ".wav")
                .bytes();
        assertThat(loudest(wav)).isGreaterThan(1_000);
    }

    private static int loudest(byte[] wav) throws Exception {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            byte[] pcm = in.readAllBytes();
            int loudest = 0;
            for (int i = 0; i + 1 < pcm.length; i += 2) {
                loudest = Math.max(loudest, Math.abs((pcm[i] & 0xff) | (pcm[i + 1] << 8)));
            }
            return loudest;
        }
    }

    @Test
    void the_business_sees_its_own_leg_of_the_call() {
        pbx.on("/ivr/inbound", twiml("<Response><Say>Goodbye.</Say></Response>"));

        Call call = call("<Response><Pause length=\"60\"/></Response>");
        awaitEnd(call.getSid());

        List<Call> legs = new ArrayList<>();
        Call.reader().read(business).forEach(legs::add);
        assertThat(legs).singleElement().satisfies(leg -> {
            assertThat(leg.getDirection()).isEqualTo("inbound");
            assertThat(leg.getStatus()).isEqualTo(Call.Status.COMPLETED);
            assertThat(leg.getSid()).isEqualTo(pbx.asked.element().form().get("CallSid"));
        });
    }

    @Test
    void a_business_that_does_not_answer_is_in_the_debugger() {
        Call call = call("<Response><Pause length=\"5\"/></Response>");
        awaitEnd(call.getSid());

        assertThat(sandbox.debugger().alerts()).anySatisfy(alert -> {
            assertThat(alert.code()).isEqualTo(11200);
            assertThat(alert.accountSid()).isEqualTo(Account.BUSINESS_SID);
        });
    }
}
