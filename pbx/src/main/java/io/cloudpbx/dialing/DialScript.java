package io.cloudpbx.dialing;

import io.cloudpbx.calls.RecordedDialing;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Offer;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.StartRecording;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody's own phone hears when they call from the dashboard. A private voicemail never presses 1, so it calls nobody (A16). */
record DialScript(DialUrls urls) {
    private static final Duration KEY_WAIT = Duration.ofSeconds(8);
    /** After an announcement that nobody needs to answer. */
    private static final Duration SHORT_KEY_WAIT = Duration.ofSeconds(1);

    private static final Duration RING_FOR = Duration.ofSeconds(30);

    /**
     * @param whom a name or the digits of a number
     * @param recorded whether it will be, which they hear before it is (C32)
     */
    Response ask(DialedCall call, String whom, boolean recorded) {
        String notice = recorded ? " It will be recorded." : "";
        return Response.of(
                new Gather(
                        urls.pressed(call.id()),
                        KEY_WAIT,
                        1,
                        List.of(
                                new Say("Your call to " + whom + "." + notice + " Press 1 to call."),
                                new Say("Press 1 to call."))),
                new Hangup());
    }

    /** The other side is asked nothing; the news of it is how the ringing ended. */
    Response connect(DialedCall call, PhoneNumber to) {
        return Response.of(new Say("Calling."), dial(call, to, null), new Hangup());
    }

    /** The recording is of this phone, where the other side is not heard before they were told and joined (C31). */
    Response connectRecorded(DialedCall call, PhoneNumber to, RecordedDialing.Begun recording) {
        return Response.of(
                new Say("Calling."),
                new StartRecording(recording.name(), recording.statusCallback()),
                dial(call, to, urls.told(call.id())),
                new Hangup());
    }

    private Dial dial(DialedCall call, PhoneNumber to, @Nullable String whisper) {
        return new Dial(
                urls.over(call.id()),
                RING_FOR,
                call.from().e164(),
                List.of(new Dial.Phone(to.e164(), whisper, urls.leg(call.id()))));
    }

    /** The end of this document joins the two. */
    Response told(UUID call, String announcement) {
        return Response.of(new Offer(urls.unrecorded(call), SHORT_KEY_WAIT, 1, List.of(new Say(announcement))));
    }

    Response joined() {
        return Response.of();
    }

    Response unreached() {
        return Response.of(new Say("They do not answer. Goodbye."), new Hangup());
    }

    /** @param why they are let go; empty when that says nothing */
    Response parted(String why) {
        return Response.of(new Say((why + " Goodbye.").strip()), new Hangup());
    }

    Response goodbye() {
        return Response.of(new Hangup());
    }
}
