package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Mailbox;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns steps into TwiML; besides {@link ScreeningScript} the only place that does. Every document ends in a verb that ends the call
 * or asks us again (R18).
 *
 * @param callerId shown to the called phone instead of the caller's own number; null leaves the caller's
 */
record CallScript(
        CallUrls urls, String businessName, @Nullable PhoneNumber callerId) {
    private static final Duration KEY_WAIT = Duration.ofSeconds(4);
    private static final Duration RING_FOR = Duration.ofSeconds(20);
    private static final Duration SILENCE_ENDS_MESSAGE = Duration.ofSeconds(5);

    /** The carrier's own transcription takes up to this much ({@code twilio.md} section 7, Record). */
    private static final Duration LONGEST_MESSAGE = Duration.ofSeconds(120);

    private static final int EXTENSION_DIGITS = 3;

    Response write(CallStep step) {
        return switch (step) {
            case Menu menu -> menu(menu);
            case Ring ring -> ring(ring.callee());
            case TakeMessage message -> takeMessage(message);
            case Goodbye goodbye -> Response.of(new Say(farewell(goodbye.farewell())), new Hangup());
        };
    }

    private Response menu(Menu menu) {
        String action = urls.menu(menu.visit(), menu.silences());
        return Response.of(
                new Gather(
                        action,
                        KEY_WAIT,
                        EXTENSION_DIGITS,
                        List.of(new Say(opening(menu)), new Pause(Duration.ofSeconds(1)))),
                // Reached only by a carrier that does not ask the action after silence.
                new Redirect(action));
    }

    private String opening(Menu menu) {
        String choices = "If you know your party's extension, enter it now. For the operator, press 0.";
        return switch (menu.opening()) {
            case Welcome welcome -> "Thank you for calling " + businessName + ". " + choices;
            case Again again -> "I didn't get that. " + choices;
            case NoSuchExtension wrong -> "There is no extension " + spelled(wrong.digits()) + ". " + choices;
        };
    }

    private static String spelled(String digits) {
        return String.join(" ", digits.split(""));
    }

    private Response ring(Callee callee) {
        if (callee.ringsAt() == null) {
            throw new IllegalArgumentException("Nothing to ring for " + callee.ext());
        }
        return Response.of(
                new Say("Connecting you to " + callee.name() + "."),
                new Dial(
                        urls.rung(callee.ext()),
                        RING_FOR,
                        callerId == null ? null : callerId.e164(),
                        callee.ringsAt().e164(),
                        urls.screen(callee.ext()),
                        urls.leg(callee.ext())),
                new Redirect(urls.rung(callee.ext())));
    }

    private Response takeMessage(TakeMessage message) {
        String mailbox = CallUrls.key(message.mailbox());
        return Response.of(
                new Say(greeting(message)),
                new Record(
                        urls.recorded(mailbox),
                        SILENCE_ENDS_MESSAGE,
                        LONGEST_MESSAGE,
                        urls.recording(mailbox),
                        urls.transcription()),
                new Redirect(urls.silent(mailbox)));
    }

    private String greeting(TakeMessage message) {
        String reached = switch (message.mailbox()) {
            case Mailbox.Of of -> of.callee().name() + " at " + businessName;
            case Mailbox.General general -> businessName;
        };
        return "You've reached " + reached + ". " + why(message.why())
                + " Please leave a message after the tone, and press pound when you're done."
                + " Messages are recorded and transcribed by software.";
    }

    private static String why(Why why) {
        return switch (why) {
            case NOBODY_ANSWERED, UNREACHABLE -> "We can't take your call right now.";
            case BUSY -> "The line is busy.";
            case NO_PHONE, NO_OPERATOR -> "Nobody is at the phone right now.";
        };
    }

    private static String farewell(Farewell farewell) {
        return switch (farewell) {
            case AFTER_TALKING -> "Goodbye.";
            case MESSAGE_TAKEN -> "Thank you. Your message was recorded. Goodbye.";
            case NOTHING_SAID -> "I didn't hear a message. Goodbye.";
            case NOT_OUR_NUMBER -> "The number you called is not in service here. Goodbye.";
        };
    }
}
