package io.cloudpbx.calls.flow;

import static io.cloudpbx.calls.flow.CallFlow.goodbye;
import static io.cloudpbx.calls.flow.CallFlow.operator;

import io.cloudpbx.calls.flow.CallEvent.CallerInterrupted;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.StreamBroke;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Saying.CutOff;
import io.cloudpbx.calls.flow.Saying.DialEmergency;
import io.cloudpbx.calls.flow.Saying.Greeting;
import io.cloudpbx.calls.flow.Saying.NoSuchExtension;
import io.cloudpbx.calls.flow.Saying.NotTaken;
import io.cloudpbx.calls.flow.Saying.Nothing;
import io.cloudpbx.calls.flow.Saying.StillThere;
import io.cloudpbx.calls.flow.Saying.WhoElse;
import io.cloudpbx.calls.flow.Saying.Words;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.DialOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link CallFlow} in which a caller talks with the receptionist. A mind says what it wants; what happens is decided
 * here: targets are looked up anew, and no conversation goes on for ever ({@code ai-receptionist.md} section 5.1).
 */
final class Reception {
    static final int MOST_TURNS = 8;

    /** Turns in a row that were not understood. */
    static final int MOST_UNSURE = 2;

    static final int MOST_REFUSALS = 2;
    static final Duration LONGEST = Duration.ofMinutes(4);

    /** Of a department, one after the other, so that nobody's private voicemail takes the call from the others. */
    static final int MOST_RUNG = 3;

    static final String AWAY = "the receptionist cannot listen now";

    private Reception() {}

    static CallStep greet(CallSituation situation, Saying first) {
        Talk talk = Talk.BEGINNING.in(situation.routing().language());
        return new Converse(talk, first.and(new Greeting(talk.language())), situation.listening());
    }

    private static NextStep converse(CallSituation situation, Talk talk, Saying saying, String reason) {
        return situation.listening() == Listening.AWAY
                ? operator(situation, reason + "; " + AWAY, new Nothing(talk.language()))
                : new NextStep(new Converse(talk, saying, situation.listening()), reason);
    }

    static NextStep afterWords(CallSituation situation, CallerSpoke spoke) {
        Talk talk = spoke.talk().in(spoke.language());
        return switch (spoke.wanted()) {
            case Decision.Connect connect -> connect(situation, talk, connect);
            case Decision.TakeMessage message -> takeMessage(situation, talk, message);
            case Decision.Answer answer ->
                goOn(situation, talk.understood(), words(answer.say(), talk), "Was told " + list(answer.facts()));
            case Decision.Clarify clarify -> unsure(situation, talk, words(clarify.question(), talk), "Was asked back");
            case Decision.Reprompt again -> unsure(situation, talk, words(again.say(), talk), "Was not understood");
            case Decision.Operator wanted -> operator(situation, wanted.reason(), words(wanted.say(), talk));
            case Decision.Emergency emergency ->
                operator(situation, "It may be an emergency", new DialEmergency(talk.language()));
            case Decision.Refuse refuse -> refuse(situation, talk, refuse);
            case Decision.OptOut optOut ->
                goodbye(Farewell.OPTED_OUT, "Wants no more calls or texts", words(optOut.say(), talk));
            case Decision.EndCall end ->
                goodbye(Farewell.SAID_ALREADY, "Had nothing more to ask", words(end.say(), talk));
        };
    }

    private static Saying words(String text, Talk talk) {
        return text.isBlank() ? new Nothing(talk.language()) : new Words(text, talk.language());
    }

    private static String list(List<String> facts) {
        return facts.isEmpty() ? "what needs no fact" : String.join(", ", facts);
    }

    private static NextStep connect(CallSituation situation, Talk talk, Decision.Connect wanted) {
        return Targets.find(situation, wanted.target())
                .map(target -> connect(situation, target, talk, words(wanted.say(), talk)))
                .orElseGet(() -> unsure(
                        situation, talk, new WhoElse(talk.language()), "Whom the receptionist wanted is not there"));
    }

    private static NextStep connect(CallSituation situation, Target target, Talk talk, Saying first) {
        return switch (target) {
            case Target.One(var id, var callee)
            when callee.ext().equals(talk.missed()) ->
                new NextStep(
                        new TakeMessage(new Mailbox.Of(callee), Why.NOBODY_ANSWERED),
                        callee.name() + " was asked for again, and did not take the call before");
            case Target.One(var id, var callee)
            when !situation.rings(callee) ->
                new NextStep(
                        new TakeMessage(new Mailbox.Of(callee), Why.NO_PHONE, first),
                        "Asked for " + callee.name() + ", who " + situation.whyNotRung(callee));
            case Target.One(var id, var callee) ->
                new NextStep(new Connect(callee, id, talk, first), "Asked for " + callee.name());
            case Target.Group group ->
                rungNext(situation, group, null)
                        .map(callee ->
                                new NextStep(new Connect(callee, group.id(), talk, first), "Asked for " + group.name()))
                        .orElseGet(() -> new NextStep(
                                new TakeMessage(new Mailbox.General(), Why.NO_PHONE, first),
                                "Asked for " + group.name() + ", where nobody has a phone to ring"));
        };
    }

    /** Whoever has a phone and comes after that extension, as long as not too many were rung. */
    private static Optional<Callee> rungNext(CallSituation situation, Target.Group group, @Nullable String after) {
        return group.members().stream()
                .filter(situation::rings)
                .limit(MOST_RUNG)
                .filter(callee -> after == null || callee.ext().compareTo(after) > 0)
                .findFirst();
    }

    /** Without a name, for whoever was just not reached. */
    private static NextStep takeMessage(CallSituation situation, Talk talk, Decision.TakeMessage wanted) {
        var named = Optional.ofNullable(wanted.target()).flatMap(id -> Targets.find(situation, id));
        if (wanted.target() != null && named.isEmpty()) {
            return unsure(
                    situation,
                    talk,
                    new WhoElse(talk.language()),
                    "For whom the receptionist wanted to take a message is not there");
        }
        Mailbox mailbox = named.map(Reception::mailbox)
                .or(() -> Optional.ofNullable(talk.missed())
                        .map(ext -> situation.directory().get(ext))
                        .map(Mailbox.Of::new))
                .orElseGet(Mailbox.General::new);
        return new NextStep(new TakeMessage(mailbox, Why.ASKED_FOR), "Wants to leave a message");
    }

    private static Mailbox mailbox(Target target) {
        return switch (target) {
            case Target.One(var id, var callee) -> new Mailbox.Of(callee);
            case Target.Group group -> new Mailbox.General();
        };
    }

    private static NextStep refuse(CallSituation situation, Talk talk, Decision.Refuse refuse) {
        Talk next = talk.refusing();
        return next.refused() >= MOST_REFUSALS
                ? operator(situation, "Was refused " + MOST_REFUSALS + " times", words(refuse.say(), talk))
                : goOn(situation, next, words(refuse.say(), talk), "Was refused: " + refuse.reason());
    }

    static NextStep afterKeys(CallSituation situation, CallerPressed pressed) {
        Talk talk = pressed.talk();
        if (pressed.digits().equals("0")) {
            return operator(situation, "Pressed 0", new Nothing(talk.language()));
        }
        Callee callee = situation.directory().get(pressed.digits());
        return callee == null
                ? unsure(
                        situation,
                        talk,
                        new NoSuchExtension(pressed.digits(), talk.language()),
                        "There is no extension " + pressed.digits())
                : connect(situation, new Target.One(Targets.id(callee), callee), talk, new Nothing(talk.language()));
    }

    static NextStep afterSilence(CallSituation situation, CallerSilent silent) {
        return unsure(situation, silent.talk(), new StillThere(silent.talk().language()), "Nothing was said");
    }

    /** What they heard is what was said; what they say next is another turn. */
    static NextStep afterInterruption(CallSituation situation, CallerInterrupted interrupted) {
        Talk talk = interrupted.talk();
        return goOn(situation, talk.understood(), words(interrupted.heard(), talk), "Interrupted the answer");
    }

    /** Nothing that was said is lost, so the turn is the same. */
    static NextStep afterBreak(CallSituation situation, StreamBroke broke) {
        Talk talk = broke.talk();
        String reason = "The stream broke in which the receptionist listened";
        return isLong(situation, talk)
                ? operator(situation, reason + "; the conversation has become too long", new Nothing(talk.language()))
                : converse(situation, talk, new CutOff(talk.language()), reason);
    }

    private static NextStep unsure(CallSituation situation, Talk talk, Saying saying, String reason) {
        Talk next = talk.notUnderstood();
        return next.unsure() >= MOST_UNSURE
                ? operator(situation, reason + ", " + MOST_UNSURE + " times in a row", new Nothing(talk.language()))
                : goOn(situation, next, saying, reason);
    }

    private static NextStep goOn(CallSituation situation, Talk next, Saying saying, String reason) {
        return isLong(situation, next)
                ? operator(situation, reason + "; the conversation has become too long", saying)
                : converse(situation, next, saying, reason);
    }

    private static boolean isLong(CallSituation situation, Talk next) {
        return next.turn() > MOST_TURNS || situation.lasted().compareTo(LONGEST) >= 0;
    }

    /** Whoever is not taken returns here and may leave a message or name somebody else. */
    static NextStep afterTransfer(CallSituation situation, TransferEnded ended) {
        if (ended.outcome() == DialOutcome.BRIDGED) {
            return goodbye(
                    Farewell.AFTER_TALKING,
                    "The conversation ended",
                    new Nothing(ended.talk().language()));
        }
        return Targets.find(situation, ended.target())
                .map(target -> notTaken(situation, ended, target))
                .orElseGet(() -> operator(
                        situation,
                        "Extension " + ended.ext() + " is gone",
                        new Nothing(ended.talk().language())));
    }

    private static NextStep notTaken(CallSituation situation, TransferEnded ended, Target target) {
        Talk talk = ended.talk();
        return switch (target) {
            case Target.One(var id, var callee) ->
                returned(
                        situation,
                        talk.missing(callee.ext()),
                        new NotTaken(callee.name(), talk.language()),
                        CallFlow.mailboxAfter(callee, ended.outcome()));
            case Target.Group group ->
                rungNext(situation, group, ended.ext())
                        .map(next -> new NextStep(
                                new Connect(next, group.id(), talk, new Nothing(talk.language())),
                                CallFlow.said(ended.outcome()) + "; the next of " + group.name()))
                        .orElseGet(() -> returned(
                                situation,
                                talk.missing(null),
                                new NotTaken(group.name(), talk.language()),
                                new NextStep(
                                        new TakeMessage(new Mailbox.General(), Why.NOBODY_ANSWERED),
                                        "Nobody of " + group.name() + " took the call")));
        };
    }

    private static NextStep returned(CallSituation situation, Talk next, Saying saying, NextStep mailbox) {
        return isLong(situation, next) ? mailbox : converse(situation, next, saying, mailbox.reason());
    }
}
