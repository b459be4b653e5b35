package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Recording;
import org.junit.jupiter.api.Test;

/** One call from ringing to its transcription. */
class WholeCallTest extends CallTest {
    @Test
    void a_caller_dials_an_extension_and_leaves_a_message() {
        answerWithMenuAndMailbox();

        Call caller = carrier.callIn(
                "<Pause length=\"2\"/><Play digits=\"101\"/><Pause length=\"6\"/>"
                        + "<Say>Hello, this is Maria Santos. Please call me back about the invoice tomorrow.</Say><Pause length=\"20\"/>");
        carrier.settle();

        assertThat(asked("/menu").get("Digits")).isEqualTo("101");
        CustomerServer.Request done = asked("/done");
        assertThat(done.get("RecordingDuration")).isGreaterThan("3");
        Recording recording = carrier.state.recordings().getFirst();
        assertThat(recording.status()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(asked("/recorded").get("RecordingStatus")).isEqualTo("completed");
        assertThat(asked("/text").get("TranscriptionText"))
                .isEqualTo("Hello, this is Maria Santos. Please call me back about the invoice tomorrow.");
        assertThat(carrier.call(caller.sid()).status()).isEqualTo(Call.Status.COMPLETED);
        assertThat(asked("/status").get("CallStatus")).isEqualTo("completed");
        assertThat(carrier.errorCodes()).isEmpty();
        assertThat(carrier.story("ringing", "answered", "said", "pressed", "beep", "hangup"))
                .containsExactly(
                        "carrier ringing +18005550199",
                        "business answered",
                        "business answered",
                        "business said Dial the extension.",
                        "caller pressed 1",
                        "caller pressed 0",
                        "caller pressed 1",
                        "business said Please leave a message.",
                        "carrier beep",
                        "caller said Hello, this is Maria Santos. Please call me back about the invoice tomorrow.",
                        "business said Goodbye.",
                        "business hangup completed",
                        "business hangup completed");
    }

    private void answerWithMenuAndMailbox() {
        customer.answer(
                "/in",
                "<Gather timeout=\"5\" numDigits=\"3\" action=\"/menu\"><Say>Dial the extension.</Say></Gather>");
        customer.answer(
                "/menu",
                "<Say>Please leave a message.</Say>"
                        + "<Record action=\"/done\" transcribe=\"true\" transcribeCallback=\"/text\" recordingStatusCallback=\"/recorded\"/>");
        customer.answer("/done", "<Say>Goodbye.</Say>");
        customer.answer("/text", "");
        customer.answer("/recorded", "");
        customer.answer("/status", "");
    }
}
