package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Mailbox;
import io.cloudpbx.calls.flow.Saying;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.taping.TapeOrder;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Listen;
import io.cloudpbx.twiml.Verb.Offer;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Relay;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.StartRecording;
import io.cloudpbx.twiml.Verb.StopRecording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns steps into TwiML; besides {@link ScreeningScript} the only place that does. Every document ends in a verb that ends the call
 * or asks us again (R18).
 */
final class CallScript {
    private static final Duration KEY_WAIT = Duration.ofSeconds(4);
    /** After the announcement of a recording, which nobody needs to answer. */
    private static final Duration SHORT_KEY_WAIT = Duration.ofSeconds(1);

    private static final Duration RING_FOR = Duration.ofSeconds(20);
    private static final Duration SILENCE_ENDS_MESSAGE = Duration.ofSeconds(5);

    /** The carrier's own transcription takes up to this much ({@code twilio.md} section 7, Record). */
    private static final Duration LONGEST_MESSAGE = Duration.ofSeconds(120);

    private static final int EXTENSION_DIGITS = 3;

    private final CallUrls urls;
    private final String businessName;
    private final @Nullable PhoneNumber callerId;
    private final List<String> hints;
    private final Function<Talk, StreamPass> streams;
    private final Sentences sentences;

    /**
     * For one call.
     *
     * @param callerId shown to the called phone instead of the caller's own number; null leaves the caller's
     * @param hints what callers are likely to say to the receptionist
     * @param streams lets a stream be opened for a conversation that has come so far
     */
    CallScript(
            CallUrls urls,
            String businessName,
            @Nullable PhoneNumber callerId,
            List<String> hints,
            Function<Talk, StreamPass> streams) {
        this.urls = urls;
        this.businessName = businessName;
        this.callerId = callerId;
        this.hints = hints;
        this.streams = streams;
        this.sentences = new Sentences(businessName);
    }

    /** @param tape what becomes of the recording of the conversation */
    Response write(CallStep step, TapeOrder tape) {
        return switch (step) {
            case Menu menu -> menu(menu);
            case Converse converse -> converse(converse, tape);
            case OneMoment moment -> oneMoment(moment);
            case Connect connect -> connect(connect, tape);
            case Ring ring -> ring(ring, tape);
            case TakeMessage message -> takeMessage(message, tape);
            case Goodbye goodbye -> goodbye(goodbye);
        };
    }

    private Response converse(Converse converse, TapeOrder tape) {
        var verbs = begin(converse.talk(), tape);
        verbs.addAll(
                switch (converse.listening()) {
                    case TURNS -> listen(converse);
                    case STREAM -> stream(converse);
                });
        return new Response(verbs);
    }

    /** A key during the announcement leads where it would later; the recording has not begun then, and does not. */
    private List<Verb> begin(Talk talk, TapeOrder tape) {
        var verbs = new ArrayList<Verb>();
        if (tape instanceof TapeOrder.Begin(var id, var announcement)) {
            if (!announcement.isEmpty()) {
                var words = sentences.announced(announcement, talk.language());
                verbs.add(new Offer(urls.talk(talk), SHORT_KEY_WAIT, EXTENSION_DIGITS, List.of(words)));
            }
            verbs.add(new StartRecording(id.toString(), urls.taped(id)));
        }
        return verbs;
    }

    /** After the receptionist's last words, and before anybody else is heard. */
    private static List<Verb> end(TapeOrder tape) {
        return tape instanceof TapeOrder.End(var id) ? List.of(new StopRecording(id.toString())) : List.of();
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
        String choices = "If you know your party's extension, enter it now. For anybody or anything else, press 0.";
        return switch (menu.opening()) {
            case Welcome welcome -> "Thank you for calling " + businessName + ". " + choices;
            case Again again -> "I didn't get that. " + choices;
            case NoSuchExtension wrong -> "There is no extension " + spelled(wrong.digits()) + ". " + choices;
        };
    }

    private static String spelled(String digits) {
        return String.join(" ", digits.split(""));
    }

    /** Whatever ends the stream, the action is asked; the carrier's own words are not needed to know what comes then. */
    private List<Verb> stream(Converse converse) {
        Talk talk = converse.talk();
        StreamPass pass = streams.apply(talk);
        String action = urls.afterStream(pass.stream());
        return List.of(
                new Relay(
                        action,
                        urls.stream(pass.stream()),
                        sentences.text(converse.saying()),
                        Sentences.tag(talk.language()),
                        hints,
                        pass.token()),
                new Redirect(action));
    }

    private List<Verb> listen(Converse converse) {
        String action = urls.talk(converse.talk());
        return List.of(
                new Listen(
                        action,
                        KEY_WAIT,
                        EXTENSION_DIGITS,
                        Sentences.tag(converse.talk().language()),
                        hints,
                        List.of(sentences.spoken(converse.saying()))),
                new Redirect(action));
    }

    private Response oneMoment(OneMoment moment) {
        return Response.of(sentences.oneMoment(moment.talk().language()), new Redirect(urls.thought(moment.talk())));
    }

    /** What the mind says names whom it connects to; where it said nothing, we do. */
    private Response connect(Connect connect, TapeOrder tape) {
        Say first = connect.first() instanceof Saying.Words words
                ? sentences.spoken(words)
                : sentences.connecting(connect.callee().name(), connect.talk().language());
        var verbs = new ArrayList<Verb>(List.of(first));
        verbs.addAll(end(tape));
        verbs.add(dial(connect.callee(), urls.returned(connect)));
        verbs.add(new Redirect(urls.returned(connect)));
        return new Response(verbs);
    }

    private Response ring(Ring ring, TapeOrder tape) {
        Callee callee = ring.callee();
        var verbs = before(ring.first());
        verbs.add(sentences.connecting(callee.name(), ring.first().language()));
        verbs.addAll(end(tape));
        verbs.add(dial(callee, urls.rung(callee.ext())));
        verbs.add(new Redirect(urls.rung(callee.ext())));
        return new Response(verbs);
    }

    private List<Verb> before(Saying first) {
        return first instanceof Saying.Nothing ? new ArrayList<>() : new ArrayList<>(List.of(sentences.spoken(first)));
    }

    private Dial dial(Callee callee, String action) {
        if (callee.ringsAt() == null) {
            throw new IllegalArgumentException("Nothing to ring for " + callee.ext());
        }
        return new Dial(
                action,
                RING_FOR,
                callerId == null ? null : callerId.e164(),
                callee.ringsAt().e164(),
                urls.screen(callee.ext()),
                urls.leg(callee.ext()));
    }

    private Response takeMessage(TakeMessage message, TapeOrder tape) {
        String mailbox = CallUrls.key(message.mailbox());
        var verbs = before(message.first());
        verbs.addAll(end(tape));
        verbs.add(new Say(greeting(message)));
        verbs.add(new Record(
                urls.recorded(mailbox),
                SILENCE_ENDS_MESSAGE,
                LONGEST_MESSAGE,
                urls.recording(mailbox),
                urls.transcription()));
        verbs.add(new Redirect(urls.silent(mailbox)));
        return new Response(verbs);
    }

    private String greeting(TakeMessage message) {
        String reached = switch (message.mailbox()) {
            case Mailbox.Of of -> of.callee().name() + " at " + businessName;
            case Mailbox.General general -> businessName;
        };
        return "You've reached " + reached + "." + why(message.why())
                + " Please leave a message after the tone, and press pound when you're done."
                + " Messages are recorded and transcribed by software.";
    }

    private static String why(Why why) {
        return switch (why) {
            case NOBODY_ANSWERED, UNREACHABLE -> " We can't take your call right now.";
            case BUSY -> " The line is busy.";
            case NO_PHONE, NO_OPERATOR -> " Nobody is at the phone right now.";
            case ASKED_FOR -> "";
        };
    }

    private Response goodbye(Goodbye goodbye) {
        var verbs = before(goodbye.first());
        String farewell = farewell(goodbye.farewell());
        if (verbs.isEmpty() || !farewell.isEmpty()) {
            verbs.add(new Say(farewell.isEmpty() ? "Goodbye." : farewell));
        }
        verbs.add(new Hangup());
        return new Response(verbs);
    }

    private static String farewell(Farewell farewell) {
        return switch (farewell) {
            case AFTER_TALKING -> "Goodbye.";
            case MESSAGE_TAKEN -> "Thank you. Your message was recorded. Goodbye.";
            case NOTHING_SAID -> "I didn't hear a message. Goodbye.";
            case NOT_OUR_NUMBER -> "The number you called is not in service here. Goodbye.";
            case SAID_ALREADY, OPTED_OUT -> "";
        };
    }
}
