package io.cloudpbx.calls;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Hold;
import io.cloudpbx.calls.flow.CallStep.LeadOn;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Park;
import io.cloudpbx.calls.flow.CallStep.Rejoin;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Saying;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.taping.TapeOrder;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Listen;
import io.cloudpbx.twiml.Verb.Offer;
import io.cloudpbx.twiml.Verb.Play;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Relay;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.StartRecording;
import io.cloudpbx.twiml.Verb.StopRecording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns steps into TwiML; besides {@link ScreeningScript} and {@link DeskScript} the only place that does. Every document ends in a verb that ends the call
 * or asks us again (R18).
 */
final class CallScript {
    private static final Duration KEY_WAIT = Duration.ofSeconds(4);
    /** After the announcement of a recording, which nobody needs to answer. */
    private static final Duration SHORT_KEY_WAIT = Duration.ofSeconds(1);

    private static final Duration RING_FOR = Personal.USUAL_RINGING;
    private static final Duration SILENCE_ENDS_MESSAGE = Duration.ofSeconds(5);

    /** The carrier's own transcription takes up to this much ({@code twilio.md} section 7, Record). */
    private static final Duration LONGEST_MESSAGE = Duration.ofSeconds(120);

    private static final int EXTENSION_DIGITS = 3;
    private static final int NAME_DIGITS = 3;

    private final CallUrls urls;
    private final Line line;
    private final Supplier<List<String>> hints;
    private final Function<Talk, StreamPass> streams;
    private final Sentences sentences;
    private final LeadingWords leading;
    private final Announcements announcements;
    private final MenuPrompts menuPrompts;

    /**
     * A call, as its documents need to know it.
     *
     * @param callerId shown to the called phone instead of the caller's own number; null leaves the caller's
     * @param call its name with us
     * @param taken how many steps it has taken, which makes the addresses in its documents its own: a caller may come to a menu
     *     twice, and what was answered the first time is no answer then
     * @param holdRound how long a caller on hold hears music before we are asked again
     */
    record Line(UUID call, @Nullable PhoneNumber callerId, int taken, Duration holdRound) {}

    /**
     * For one call.
     *
     * @param hints what callers are likely to say to the receptionist; asked for only where they are listened to, as a large directory
     *     takes longer than all the rest of a step
     * @param streams lets a stream be opened for a conversation that has come so far
     */
    CallScript(
            CallUrls urls,
            String businessName,
            Line line,
            Supplier<List<String>> hints,
            Function<Talk, StreamPass> streams,
            MenuSounds sounds) {
        this.urls = urls;
        this.line = line;
        this.hints = hints;
        this.streams = streams;
        this.sentences = new Sentences(businessName);
        this.leading = new LeadingWords(urls, sentences, line.taken());
        this.announcements = new Announcements(businessName);
        this.menuPrompts = new MenuPrompts(announcements, sounds);
    }

    /** @param tape what becomes of recordings */
    Response write(CallStep step, TapeOrder tape) {
        return switch (step) {
            case Menu menu -> after(tape, menu(menu));
            case Converse converse -> converse(converse, tape);
            case OneMoment moment -> after(tape, oneMoment(moment));
            case Connect connect -> connect(connect, tape);
            case Ring ring -> ring(ring, tape);
            case RingGroup group -> ringGroup(group, tape);
            case Wait wait -> waiting(wait, tape);
            case Forward forward -> forward(forward, tape);
            case AskName ask -> after(tape, askName(ask));
            case ChooseName choose -> after(tape, chooseName(choose));
            case TakeMessage message -> takeMessage(message, tape);
            case Hold(var again, var first) -> after(tape, hold(first, !again, Moment.WAITED, line.holdRound()));
            case Park park -> after(tape, hold(park.first(), true, Moment.UNCLAIMED, park.longest()));
            case Rejoin rejoin -> after(tape, rejoin(rejoin));
            case LeadOn(var to) -> Response.of(new Redirect(urls.transferred(to, line.taken())));
            case Goodbye goodbye -> goodbye(goodbye);
        };
    }

    private Response after(TapeOrder tape, Response document) {
        var verbs = turn(tape);
        verbs.addAll(document.verbs());
        return new Response(verbs);
    }

    private Response converse(Converse converse, TapeOrder tape) {
        var verbs = begin(converse.talk(), tape);
        verbs.addAll(
                switch (converse.listening()) {
                    case TURNS, AWAY -> listen(converse);
                    case STREAM -> stream(converse);
                });
        return new Response(verbs);
    }

    /** A key during the announcement leads where it would later; the recording has not begun then, and does not. */
    private List<Verb> begin(Talk talk, TapeOrder tape) {
        var verbs = new ArrayList<Verb>();
        var begun = tape.begun();
        if (begun != null && begun.isAnnounced()) {
            var words = sentences.announced(begun.announcement(), talk.language());
            verbs.add(new Offer(urls.talk(talk), SHORT_KEY_WAIT, EXTENSION_DIGITS, List.of(words)));
        }
        verbs.addAll(turn(tape));
        return verbs;
    }

    /** First of all, so that whoever does not want to be recorded hears nothing twice. */
    private List<Verb> told(TapeOrder tape, Language language) {
        var begun = tape.begun();
        if (begun == null || !begun.isAnnounced()) {
            return List.of();
        }
        var words = sentences.announced(begun.announcement(), language);
        return List.of(new Offer(urls.unrecorded(begun.tape()), SHORT_KEY_WAIT, 1, List.of(words)));
    }

    /** What is to end does so after the last words before, and before anybody else is heard. */
    private List<Verb> turn(TapeOrder tape) {
        var verbs = new ArrayList<Verb>();
        tape.ended().forEach(id -> verbs.add(new StopRecording(id.toString())));
        var begun = tape.begun();
        if (begun != null) {
            verbs.add(new StartRecording(begun.tape().toString(), urls.taped(begun.tape())));
        }
        return verbs;
    }

    private static boolean isEnding(TapeOrder tape) {
        return !tape.ended().isEmpty();
    }

    private Response menu(Menu menu) {
        String action = urls.menu(menu.place(), menu.visit(), menu.silences(), line.taken());
        var verbs = new ArrayList<Verb>();
        verbs.add(new Gather(
                action,
                menu.menu().keyWait(),
                longest(menu.menu()),
                leading.prompts(menu.first(), menuPrompts.of(menu))));
        // Reached only by a carrier that does not ask the action after silence.
        verbs.add(new Redirect(action));
        return new Response(verbs);
    }

    /** In keys: of what can be chosen. */
    private static int longest(Node.Menu menu) {
        int choice =
                menu.keys().keySet().stream().mapToInt(String::length).max().orElse(1);
        return menu.extensions() ? Math.max(EXTENSION_DIGITS, choice) : choice;
    }

    private static Say spoken(Saying like, String text) {
        return Sentences.in(like.language(), text);
    }

    private Response askName(AskName ask) {
        String action = urls.name(ask.place(), ask.visit(), line.taken());
        var verbs = new ArrayList<Verb>();
        var asking = spoken(ask.first(), announcements.askName(ask));
        verbs.add(new Gather(action, KEY_WAIT, NAME_DIGITS, leading.prompts(ask.first(), List.of(asking))));
        verbs.add(new Redirect(action));
        return new Response(verbs);
    }

    private Response chooseName(ChooseName choose) {
        String action = urls.chosen(choose, line.taken());
        var verbs = new ArrayList<Verb>();
        var choices = spoken(choose.first(), announcements.chooseName(choose));
        verbs.add(new Gather(action, KEY_WAIT, 1, leading.prompts(choose.first(), List.of(choices))));
        verbs.add(new Redirect(action));
        return new Response(verbs);
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
                        hints.get(),
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
                        hints.get(),
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
        var verbs = new ArrayList<Verb>(told(tape, connect.talk().language()));
        verbs.add(first);
        verbs.addAll(turn(tape));
        verbs.add(dial(urls.returned(connect), RING_FOR, List.of(phone(connect.callee()))));
        verbs.add(new Redirect(urls.returned(connect)));
        return new Response(verbs);
    }

    private Response ring(Ring ring, TapeOrder tape) {
        Callee callee = ring.callee();
        var verbs = new ArrayList<>(told(tape, ring.first().language()));
        var connecting = ring.leg() == 0
                ? List.of(sentences.connecting(callee.name(), ring.first().language()))
                : List.<Verb>of();
        verbs.addAll(leading.to(ring, ring.first(), isEnding(tape), connecting, turn(tape)));
        return rung(verbs, ring.place(), ring.leg(), ring.ringFor(), List.of(phone(callee)));
    }

    private Response ringGroup(RingGroup group, TapeOrder tape) {
        var verbs = new ArrayList<>(told(tape, group.first().language()));
        verbs.addAll(leading.to(group, group.first(), isEnding(tape), List.of(), turn(tape)));
        return rung(
                verbs,
                group.place(),
                group.leg(),
                group.ringFor(),
                group.callees().stream()
                        .map(callee -> phone(callee, urls.screen(callee.ext(), group.place())))
                        .toList());
    }

    /** A key counts at any time. Music that cannot be had is passed over, and then it is asked again the sooner. */
    private Response waiting(Wait wait, TapeOrder tape) {
        String action = urls.waited(wait.place(), line.taken());
        var verbs = turn(tape);
        var heard = List.of(spoken(wait.first(), Announcements.waiting(wait)), new Play(urls.music()));
        verbs.add(new Gather(action, SHORT_KEY_WAIT, 1, leading.prompts(wait.first(), heard)));
        verbs.add(new Redirect(action));
        return new Response(verbs);
    }

    /**
     * The other side is asked nothing, as nobody there knows of us; how the ringing ended is all the news that is needed. Where a phone is
     * somebody's who may be forgotten, the carrier says which of its calls that is.
     */
    private Response forward(Forward forward, TapeOrder tape) {
        var verbs = leading.to(forward, forward.first(), isEnding(tape), List.of(), turn(tape));
        String news = Node.Outside.isKey(forward.place()) ? urls.leg(CallUrls.OUTSIDE) : null;
        var phone = new Dial.Phone(forward.number().e164(), null, news);
        return rung(verbs, forward.place(), 0, forward.ringFor(), List.of(phone));
    }

    private Response rung(List<Verb> before, String place, int leg, Duration ringFor, List<Dial.Phone> phones) {
        String action = urls.rung(place, leg, line.taken());
        var verbs = new ArrayList<>(before);
        verbs.add(dial(action, ringFor, phones));
        verbs.add(new Redirect(action));
        return new Response(verbs);
    }

    private Dial dial(String action, Duration ringFor, List<Dial.Phone> phones) {
        return new Dial(
                action,
                ringFor,
                line.callerId() == null ? null : line.callerId().e164(),
                phones);
    }

    private Dial.Phone phone(Callee callee) {
        return phone(callee, urls.screen(callee.ext()));
    }

    private Dial.Phone phone(Callee callee, String whisper) {
        if (callee.ringsAt() == null) {
            throw new IllegalArgumentException("Nothing to ring for " + callee.ext());
        }
        return new Dial.Phone(callee.ringsAt().e164(), whisper, urls.leg(callee.ext()));
    }

    private Response takeMessage(TakeMessage message, TapeOrder tape) {
        String mailbox = CallUrls.key(message.mailbox());
        var greeting = spoken(message.first(), announcements.greeting(message));
        var verbs = leading.to(message, isEnding(tape), greeting, turn(tape));
        verbs.add(new Record(
                urls.recorded(mailbox),
                SILENCE_ENDS_MESSAGE,
                LONGEST_MESSAGE,
                urls.recording(mailbox),
                urls.transcription()));
        verbs.add(new Redirect(urls.silent(mailbox)));
        return new Response(verbs);
    }

    private Response hold(Saying first, boolean told, Moment over, Duration longest) {
        String action = urls.hands(over, line.taken());
        var verbs = new ArrayList<Verb>();
        if (told) {
            verbs.add(spoken(first, Announcements.hold(first.language())));
        }
        verbs.addAll(HoldScript.waits(line.call(), action, longest));
        return new Response(verbs);
    }

    private Response rejoin(Rejoin rejoin) {
        var verbs = new ArrayList<Verb>();
        verbs.add(spoken(rejoin.first(), Announcements.offHold(rejoin.first().language())));
        verbs.addAll(HoldScript.talks(line.call(), urls.hands(Moment.LEFT, line.taken())));
        return new Response(verbs);
    }

    private Response goodbye(Goodbye goodbye) {
        var verbs = leading.before(goodbye.first());
        String farewell =
                Announcements.farewell(goodbye.farewell(), goodbye.first().language());
        if (verbs.isEmpty() || !farewell.isEmpty()) {
            verbs.add(spoken(goodbye.first(), farewell.isEmpty() ? "Goodbye." : farewell));
        }
        verbs.add(new Hangup());
        return new Response(verbs);
    }
}
