package io.cloudpbx.carrier;

import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Forward;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.TakeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What callers and texters get while our whole server is off: files that lie side by side on another one and ask nothing of us
 * (R17). Messages stay at the carrier, where {@link Carrier#messagesSince} finds them.
 *
 * @param business as callers know it
 * @param ringFirst a phone outside that may still answer; null for none
 */
public record FallbackDocuments(String business, @Nullable PhoneNumber ringFirst) {
    private static final Duration RINGS = Duration.ofSeconds(25);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(120);
    /** A recording without an action would read its own document again, and ask for another message without end. */
    private static final String GOODBYE = "goodbye.xml";

    /** {@code calls.xml}. */
    public String calls() {
        var verbs = new ArrayList<Verb>();
        verbs.add(new Say("Thank you for calling " + business + "."));
        if (ringFirst != null) {
            verbs.add(new Say("One moment, please."));
            verbs.add(new Forward(ringFirst.e164(), RINGS));
        }
        verbs.addAll(message());
        return new Response(verbs).toXml();
    }

    private static List<Verb> message() {
        return List.of(
                new Say("We're sorry, we can't take your call right now."
                        + " Please leave a message after the tone, and press pound when you're done."),
                new TakeMessage(GOODBYE, SILENCE, LONGEST),
                new Say("I didn't hear a message. Goodbye."),
                new Hangup());
    }

    /** {@code goodbye.xml}. */
    public String goodbye() {
        return Response.of(new Say("Thank you. Your message was recorded. Goodbye."), new Hangup())
                .toXml();
    }

    /** {@code texts.xml}: no reply, for nobody could say that it was read. */
    public String texts() {
        return Response.of().toXml();
    }
}
