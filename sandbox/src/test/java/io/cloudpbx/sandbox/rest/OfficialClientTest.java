package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.Transcription;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.cloudpbx.sandbox.state.Recording.Source;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The official Java client drives every resource ({@code twilio.md} section 21). */
class OfficialClientTest extends RestTest {
    private static final String BUSINESS = io.cloudpbx.sandbox.state.Account.BUSINESS_SID;

    @Test
    void it_checks_its_credentials() {
        assertThat(Account.fetcher(BUSINESS).fetch(businessClient()).getStatus())
                .isEqualTo(Account.Status.ACTIVE);
    }

    @Test
    void it_searches_buys_configures_lists_and_releases_a_number() {
        TwilioRestClient client = businessClient();
        Local found = Local.reader("US")
                .setAreaCode(415)
                .limit(3)
                .read(client)
                .iterator()
                .next();
        IncomingPhoneNumber bought = IncomingPhoneNumber.creator(found.getPhoneNumber())
                .setVoiceUrl(URI.create("http://127.0.0.1:9/ivr/inbound"))
                .setFriendlyName("Front desk")
                .create(client);
        assertThat(bought.getPhoneNumber()).isEqualTo(found.getPhoneNumber());
        assertThat(bought.getCapabilities().getVoice()).isTrue();

        IncomingPhoneNumber changed = IncomingPhoneNumber.updater(bought.getSid())
                .setSmsUrl(URI.create("http://127.0.0.1:9/sms/inbound"))
                .update(client);
        assertThat(changed.getSmsUrl()).hasToString("http://127.0.0.1:9/sms/inbound");
        assertThat(IncomingPhoneNumber.fetcher(bought.getSid()).fetch(client).getVoiceUrl())
                .hasToString("http://127.0.0.1:9/ivr/inbound");
        assertThat(IncomingPhoneNumber.reader().read(client)).hasSize(1);

        assertThat(IncomingPhoneNumber.deleter(bought.getSid()).delete(client)).isTrue();
        assertThat(IncomingPhoneNumber.reader().read(client)).isEmpty();
    }

    @Test
    void it_understands_a_refused_purchase() {
        assertThatThrownBy(() -> IncomingPhoneNumber.creator(new PhoneNumber("+13035550100"))
                        .create(businessClient()))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(21422);
                    assertThat(refused.getStatusCode()).isEqualTo(400);
                    assertThat(refused.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/21422");
                });
    }

    @Test
    void it_searches_toll_free_numbers() {
        TollFree found = TollFree.reader("US")
                .setAreaCode(888)
                .limit(1)
                .read(businessClient())
                .iterator()
                .next();

        assertThat(found.getPhoneNumber()).hasToString("+18885550100");
        assertThat(found.getLocality()).isNull();
    }

    @Test
    void it_places_changes_lists_and_deletes_calls() {
        TwilioRestClient client = outsideClient();
        Call call = Call.creator(
                        new PhoneNumber("+14155550100"),
                        new PhoneNumber("+12025550123"),
                        new Twiml("<Response><Pause length=\"5\"/></Response>"))
                .setStatusCallbackEvent(List.of("ringing", "completed"))
                .setStatusCallback(URI.create("http://127.0.0.1:9/status"))
                .create(client);
        assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(call.getDateCreated()).isNotNull();
        assertThat(Call.fetcher(call.getSid()).fetch(client).getFrom()).isEqualTo("+12025550123");

        Call.updater(call.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        assertThat(placed().changes).hasSize(1);
        assertThat(Call.reader()
                        .setTo(new PhoneNumber("+14155550100"))
                        .setPageSize(1L)
                        .limit(5)
                        .read(client))
                .hasSize(1);
    }

    @Test
    void it_walks_through_pages() {
        for (int i = 0; i < 5; i++) {
            saved(io.cloudpbx.sandbox.state.Call.Status.COMPLETED, null, null);
        }

        assertThat(Call.reader().setPageSize(2L).read(businessClient()))
                .extracting(Call::getSid)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void it_reads_and_deletes_recordings_and_reads_transcriptions() {
        TwilioRestClient client = businessClient();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        var call = saved(io.cloudpbx.sandbox.state.Call.Status.COMPLETED, now, now);
        String sid = Sids.next("RE");
        state().storeMedia(sid, new byte[] {1});
        state().save(new io.cloudpbx.sandbox.state.Recording(
                sid,
                BUSINESS,
                call.sid(),
                Status.COMPLETED,
                Source.RECORD_VERB,
                1,
                now,
                Duration.ofSeconds(4),
                null,
                now,
                now,
                Track.INBOUND));
        state().save(new io.cloudpbx.sandbox.state.Transcription(
                Sids.next("TR"),
                BUSINESS,
                sid,
                io.cloudpbx.sandbox.state.Transcription.Status.COMPLETED,
                "hello",
                Duration.ofSeconds(4),
                now,
                now));

        Recording recording = Recording.fetcher(sid).fetch(client);
        assertThat(recording.getStatus()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(recording.getDuration()).isEqualTo("4");
        assertThat(recording.getSource()).isEqualTo(Recording.Source.RECORD_VERB);
        assertThat(com.twilio.rest.api.v2010.account.call.Recording.reader(call.sid())
                        .read(client))
                .hasSize(1);
        assertThat(Transcription.reader().read(client).iterator().next().getTranscriptionText())
                .isEqualTo("hello");
        assertThat(Recording.deleter(sid).delete(client)).isTrue();
        assertThat(Recording.reader().read(client)).isEmpty();
    }
}
