package io.cloudpbx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.cloudpbx.sandbox.call.Behaviour;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.state.Account;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twilio's own client records a live call ({@code twilio.md} section 12, Recordings). */
class CallRecordingTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(20));
    private final TwilioRestClient client = LoopbackTwilio.client(sandbox.baseUrl(), Account.OUTSIDE_SID);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Call call(String twiml) {
        return Call.creator(new PhoneNumber("+14155550191"), new PhoneNumber("+14155550192"), new Twiml(twiml))
                .create(client);
    }

    private Call.Status status(Call call) {
        return Call.fetcher(call.getSid()).fetch(client).getStatus();
    }

    private static int code(Throwable refusal) {
        return refusal instanceof ApiException api && api.getCode() != null ? api.getCode() : 0;
    }

    @Test
    void start_pause_resume_and_stop() {
        sandbox.switchBoard().handsets().teach("+14155550191", new Behaviour.Answer(0.0, null));
        Call call = call("<Response><Say loop=\"100\">One two three four.</Say></Response>");
        Awaitility.await().until(() -> status(call) == Call.Status.IN_PROGRESS);

        Recording started =
                Recording.creator(call.getSid()).setRecordingChannels("dual").create(client);
        assertThat(started.getStatus()).isEqualTo(Recording.Status.IN_PROGRESS);
        assertThat(started.getChannels()).isEqualTo(2);
        assertThat(started.getSource()).isEqualTo(Recording.Source.START_CALL_RECORDING_API);

        assertThat(change(call, "Twilio.CURRENT", Recording.Status.PAUSED)).isEqualTo(Recording.Status.PAUSED);
        assertThat(change(call, started.getSid(), Recording.Status.IN_PROGRESS))
                .isEqualTo(Recording.Status.IN_PROGRESS);
        assertThat(change(call, started.getSid(), Recording.Status.STOPPED)).isEqualTo(Recording.Status.STOPPED);

        assertThatThrownBy(() -> change(call, "Twilio.CURRENT", Recording.Status.STOPPED))
                .satisfies(refusal -> assertThat(code(refusal)).isEqualTo(20404));
        assertThatThrownBy(() -> change(call, started.getSid(), Recording.Status.PAUSED))
                .satisfies(refusal -> assertThat(code(refusal)).isEqualTo(21220));
        Call.updater(call.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        assertThatThrownBy(() -> Recording.creator(call.getSid()).create(client))
                .satisfies(refusal -> assertThat(code(refusal)).isEqualTo(21220));
    }

    private Recording.Status change(Call call, String sid, Recording.Status status) {
        return Recording.updater(call.getSid(), sid, status).update(client).getStatus();
    }
}
