package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Transcription;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code twilio.md} sections 12 and 18, E8. */
class RecordingsResourceTest extends RestTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

    private Recording recorded(Status status, int channels) {
        Call call = saved(Call.Status.COMPLETED, CREATED, CREATED.plusSeconds(30));
        Recording recording = new Recording(
                Sids.next("RE"),
                call.accountSid(),
                call.sid(),
                status,
                Recording.Source.RECORD_VERB,
                channels,
                CREATED,
                status == Status.COMPLETED ? Duration.ofSeconds(3) : null,
                null,
                CREATED,
                CREATED,
                Track.INBOUND);
        state().storeMedia(recording.sid(), wav(channels));
        state().save(recording);
        return recording;
    }

    /** Left counts 0, 200, 400, …; right is always 100 more. */
    private static byte[] wav(int channels) {
        byte[] pcm = new byte[16 * channels * 2];
        for (int sample = 0; sample < 16 * channels; sample++) {
            int value = (sample / channels) * 200 + (sample % channels) * 100;
            pcm[sample * 2] = (byte) value;
            pcm[sample * 2 + 1] = (byte) (value >> 8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(8_000, 16, channels, true, false);
        try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(pcm), format, 16)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void the_sound_comes_as_wav_with_and_without_extension() {
        Recording recording = recorded(Status.COMPLETED, 1);

        var plain = business().get("Recordings/" + recording.sid());
        var wav = business().get("Recordings/" + recording.sid() + ".wav");

        assertThat(plain.bytes()).isEqualTo(wav.bytes()).isEqualTo(wav(1));
        assertThat(plain.header("Content-Type")).isEqualTo("audio/x-wav");
    }

    @Test
    void section_18_head_says_what_get_says() {
        Recording there = recorded(Status.COMPLETED, 1);
        Recording notYet = recorded(Status.PROCESSING, 1);

        var head = head("Recordings/" + there.sid() + ".wav");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("audio/x-wav");
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(wav(1).length));
        assertThat(head.bytes()).isEmpty();
        assertThat(head("Recordings/" + notYet.sid() + ".wav").status()).isEqualTo(404);
        assertThat(head("Recordings/" + Sids.next("RE") + ".json").status()).isEqualTo(404);
        assertThat(Rest.send(HttpRequest.newBuilder(URI.create(baseUrl() + "/2010-04-01/Accounts.json"))
                                .HEAD())
                        .status())
                .isEqualTo(401);
    }

    private Rest.Reply head(String path) {
        return Rest.send(business().request(path).HEAD());
    }

    @Test
    void the_sound_is_not_for_everybody() {
        Recording recording = recorded(Status.COMPLETED, 1);
        String path = "/2010-04-01/Accounts/" + recording.accountSid() + "/Recordings/" + recording.sid() + ".wav";

        assertThat(Rest.send(HttpRequest.newBuilder(URI.create(baseUrl() + path)))
                        .status())
                .isEqualTo(401);
        assertThat(outside().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
    void there_is_no_sound_before_completion_and_none_after_deletion(Status status) {
        Recording recording = recorded(status, 1);

        assertThat(business().get("Recordings/" + recording.sid() + ".wav").status())
                .isEqualTo(404);
    }

    @Test
    void mp3_is_refused_with_a_word_of_why() {
        Recording recording = recorded(Status.COMPLETED, 1);

        var reply = business().get("Recordings/" + recording.sid() + ".mp3");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text("message")).contains("MP3").contains(".wav");
    }

    @Test
    void two_channels_are_given_only_where_two_were_recorded() throws Exception {
        Recording mono = recorded(Status.COMPLETED, 1);
        Recording dual = recorded(Status.COMPLETED, 2);

        assertThat(business()
                        .get("Recordings/" + mono.sid() + ".wav?RequestedChannels=2")
                        .status())
                .isEqualTo(400);
        assertThat(business()
                        .get("Recordings/" + dual.sid() + ".wav?RequestedChannels=2")
                        .bytes())
                .isEqualTo(wav(2));
        byte[] mixed = business()
                .get("Recordings/" + dual.sid() + ".wav?RequestedChannels=1")
                .bytes();
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(mixed))) {
            assertThat(in.getFormat().getChannels()).isEqualTo(1);
            assertThat(in.getFormat().getSampleRate()).isEqualTo(8_000);
            byte[] pcm = in.readAllBytes();
            assertThat(pcm).hasSize(32);
            assertThat((pcm[2] & 0xff) | (pcm[3] << 8)).isEqualTo(250);
        }
    }

    @Test
    void the_metadata_has_the_documented_fields() {
        Recording recording = recorded(Status.COMPLETED, 1);

        var reply = business().get("Recordings/" + recording.sid() + ".json");

        assertThat(reply.text("call_sid")).isEqualTo(recording.callSid());
        assertThat(reply.text("duration")).isEqualTo("3");
        assertThat(reply.json().path("channels").isInt()).isTrue();
        assertThat(reply.text("source")).isEqualTo("RecordVerb");
        assertThat(reply.text("media_url"))
                .isEqualTo(baseUrl() + "/2010-04-01/Accounts/" + recording.accountSid() + "/Recordings/"
                        + recording.sid());
    }

    /** Section 12, Calls/{CA}/Recordings. */
    @Test
    void below_its_call_a_recording_tells_its_track_and_its_own_place() {
        Recording recording = recorded(Status.COMPLETED, 1);
        String path = "Calls/" + recording.callSid() + "/Recordings";
        String uri = "/2010-04-01/Accounts/" + recording.accountSid() + "/" + path + "/" + recording.sid() + ".json";

        var fetched = business().get(path + "/" + recording.sid() + ".json");
        var listed = business().get(path + ".json").json().path("recordings").get(0);

        assertThat(fetched.text("track")).isEqualTo("inbound");
        assertThat(fetched.text("uri")).isEqualTo(uri);
        assertThat(listed).isEqualTo(fetched.json());
    }

    @Test
    void recordings_are_listed_in_all_and_per_call() {
        Recording one = recorded(Status.COMPLETED, 1);
        recorded(Status.COMPLETED, 1);

        assertThat(business().get("Recordings.json").json().path("recordings")).hasSize(2);
        assertThat(business()
                        .get("Recordings.json?CallSid=" + one.callSid())
                        .json()
                        .path("recordings"))
                .hasSize(1);
        assertThat(business()
                        .get("Calls/" + one.callSid() + "/Recordings.json")
                        .json()
                        .path("recordings"))
                .hasSize(1);
        assertThat(business()
                        .get("Recordings.json?DateCreated%3E=2026-03-02")
                        .json()
                        .path("recordings"))
                .isEmpty();
        assertThat(outside().get("Recordings.json").json().path("recordings")).isEmpty();
    }

    @Test
    void a_deleted_recording_has_no_sound_and_is_seen_only_on_request() {
        Recording recording = recorded(Status.COMPLETED, 1);
        String path = "Recordings/" + recording.sid();
        String price = business().get(path + ".json").text("price");

        assertThat(business().delete(path + ".json").status()).isEqualTo(204);

        assertThat(business().get(path + ".json").status()).isEqualTo(404);
        var kept = business().get(path + ".json?IncludeSoftDeleted=true");
        assertThat(kept.text("status")).isEqualTo("deleted");
        assertThat(kept.text("duration")).isEqualTo("3");
        assertThat(kept.text("price")).as("what it cost it has cost").isEqualTo(price);
        assertThat(state().media(recording.sid())).isEmpty();
        assertThat(business().delete(path + ".json").status()).isEqualTo(404);
    }

    @Test
    void a_recording_in_progress_cannot_be_deleted() {
        Recording recording = recorded(Status.PROCESSING, 1);

        assertThat(business().delete("Recordings/" + recording.sid() + ".json").code())
                .isEqualTo(20009);
    }

    @Test
    void a_transcription_is_found_by_itself_and_by_its_recording() {
        Recording recording = recorded(Status.COMPLETED, 1);
        Transcription transcription = new Transcription(
                Sids.next("TR"),
                recording.accountSid(),
                recording.sid(),
                Transcription.Status.COMPLETED,
                "call me back",
                Duration.ofSeconds(3),
                CREATED,
                CREATED);
        state().save(transcription);

        var reply = business().get("Transcriptions/" + transcription.sid() + ".json");

        assertThat(reply.text("transcription_text")).isEqualTo("call me back");
        assertThat(reply.text("type")).isEqualTo("fast");
        assertThat(business()
                        .get("Recordings/" + recording.sid() + "/Transcriptions.json")
                        .json()
                        .path("transcriptions"))
                .hasSize(1);
        assertThat(business().get("Transcriptions.json").json().path("transcriptions"))
                .hasSize(1);
    }
}
