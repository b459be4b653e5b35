package io.cloudpbx.calls;

import io.cloudpbx.callflow.Personal;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Meet;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the phones of whoever has a caller, and of a colleague whom they ask, hear while something is done with the call. */
public record DeskScript(CallUrls urls) {
    private static final Duration KEY_WAIT = Duration.ofSeconds(8);

    /**
     * Waits in silence for the caller when those are not there; without them, there is no conversation.
     *
     * @param words said before; perhaps none
     * @param endsIt whether the conversation is over when this one leaves
     */
    public Response meeting(UUID call, String words, boolean endsIt) {
        var meet = new Meet(urls.letGo(call), HoldScript.room(call), false, endsIt, null);
        return words.isEmpty() ? Response.of(meet, new Hangup()) : Response.of(new Say(words), meet, new Hangup());
    }

    /** A colleague who is called. */
    public record Colleague(String ext, String name, PhoneNumber phone) {}

    /** @param shown the number of ours that the colleague sees; null for whatever the carrier shows */
    public Response asking(UUID call, Colleague colleague, @Nullable PhoneNumber shown) {
        var phone = new Dial.Phone(
                colleague.phone().e164(),
                urls.colleague(call, colleague.ext()),
                urls.colleagueNews(call, colleague.ext()));
        return Response.of(
                new Say("Calling " + colleague.name() + "."),
                new Dial(urls.asked(call), Personal.USUAL_RINGING, shown == null ? null : shown.e164(), List.of(phone)),
                new Redirect(urls.asked(call)));
    }

    /** What the colleague hears before the two are joined; a private voicemail never presses 1 (A16). @param about which call */
    public Response question(UUID call, String ext, String asker, String about) {
        return Response.of(
                new Gather(
                        urls.colleaguePressed(call, ext),
                        KEY_WAIT,
                        1,
                        List.of(
                                new Say(asker + " has a question about a call " + about + ". Press 1 to talk to "
                                        + asker + "."),
                                new Say("Press 1 to talk."))),
                new Hangup());
    }

    /** The end of this document joins the two. */
    public Response joined() {
        return Response.of();
    }

    public Response declined() {
        return Response.of(new Hangup());
    }

    public Response over(String why) {
        return Response.of(new Say(why + " Goodbye."), new Hangup());
    }
}
