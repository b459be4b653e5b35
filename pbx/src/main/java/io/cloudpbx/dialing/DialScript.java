package io.cloudpbx.dialing;

import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;

/** What somebody's own phone hears when they call from the dashboard. A private voicemail never presses 1, so it calls nobody (A16). */
record DialScript(DialUrls urls) {
    private static final Duration KEY_WAIT = Duration.ofSeconds(8);
    private static final Duration RING_FOR = Duration.ofSeconds(30);

    /** @param whom a name or the digits of a number */
    Response ask(DialedCall call, String whom) {
        return Response.of(
                new Gather(
                        urls.pressed(call.id()),
                        KEY_WAIT,
                        1,
                        List.of(new Say("Your call to " + whom + ". Press 1 to call."), new Say("Press 1 to call."))),
                new Hangup());
    }

    /** The other side is asked nothing; the news of it is how the ringing ended. */
    Response connect(DialedCall call, PhoneNumber to) {
        return Response.of(
                new Say("Calling."),
                new Dial(
                        urls.over(call.id()),
                        RING_FOR,
                        call.from().e164(),
                        List.of(new Dial.Phone(to.e164(), null, urls.leg(call.id())))),
                new Hangup());
    }

    Response unreached() {
        return Response.of(new Say("They do not answer. Goodbye."), new Hangup());
    }

    Response goodbye() {
        return Response.of(new Hangup());
    }
}
