package io.cloudpbx.calls.relay.flow;

import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.relay.flow.RelayInput.Admitted;
import io.cloudpbx.calls.relay.flow.RelayInput.Aloud;
import io.cloudpbx.calls.relay.flow.RelayInput.GoesElsewhere;
import io.cloudpbx.calls.relay.flow.RelayInput.GoesOn;
import io.cloudpbx.calls.relay.flow.RelayInput.Interrupt;
import io.cloudpbx.calls.relay.flow.RelayInput.Key;
import io.cloudpbx.calls.relay.flow.RelayInput.Prompt;
import io.cloudpbx.calls.relay.flow.RelayInput.Setup;
import io.cloudpbx.calls.relay.flow.RelayInput.TheySpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Thought;
import io.cloudpbx.calls.relay.flow.RelayInput.WeSpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Woke;
import io.cloudpbx.calls.relay.flow.RelayOutput.Admit;
import io.cloudpbx.calls.relay.flow.RelayOutput.Close;
import io.cloudpbx.calls.relay.flow.RelayOutput.End;
import io.cloudpbx.calls.relay.flow.RelayOutput.Forget;
import io.cloudpbx.calls.relay.flow.RelayOutput.Leave;
import io.cloudpbx.calls.relay.flow.RelayOutput.OneMoment;
import io.cloudpbx.calls.relay.flow.RelayOutput.Press;
import io.cloudpbx.calls.relay.flow.RelayOutput.Say;
import io.cloudpbx.calls.relay.flow.RelayOutput.Settle;
import io.cloudpbx.calls.relay.flow.RelayOutput.Shorten;
import io.cloudpbx.calls.relay.flow.RelayOutput.Silence;
import io.cloudpbx.calls.relay.flow.RelayOutput.Speak;
import io.cloudpbx.calls.relay.flow.RelayOutput.Think;
import io.cloudpbx.calls.relay.flow.RelayOutput.Wait;
import io.cloudpbx.calls.relay.flow.RelayState.Breaking;
import io.cloudpbx.calls.relay.flow.RelayState.Connected;
import io.cloudpbx.calls.relay.flow.RelayState.Doubting;
import io.cloudpbx.calls.relay.flow.RelayState.Ended;
import io.cloudpbx.calls.relay.flow.RelayState.Leaving;
import io.cloudpbx.calls.relay.flow.RelayState.Listening;
import io.cloudpbx.calls.relay.flow.RelayState.Over;
import io.cloudpbx.calls.relay.flow.RelayState.Settling;
import io.cloudpbx.calls.relay.flow.RelayState.Thinking;
import java.time.Duration;
import java.util.Optional;

/**
 * A conversation in a stream, message by message: who speaks, what is waited for, and when the call's flow is asked. What becomes of a
 * turn is not decided here but there, as for turns that come by webhook; nothing that the carrier tells names a target or a step.
 */
public final class RelayFlow {
    static final Duration SETUP_WITHIN = Duration.ofSeconds(10);

    /** Without a word of an answer ({@code ai-receptionist.md} section 4). */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    static final Duration MORE_KEYS = Duration.ofSeconds(4);
    static final Duration MORE_WORDS = Duration.ofMillis(2_500);

    /** Nothing said, from the end of what was said before. */
    static final Duration QUIET = Duration.ofSeconds(6);

    /** Added where the carrier has not told that end, and it is guessed. */
    static final Duration UNTOLD = Duration.ofSeconds(10);

    static final Duration CLOSES_WITHIN = Duration.ofSeconds(5);

    /** Like the carrier's own limit ({@code twilio.md} section 10.2). */
    static final int MOST_UNREADABLE = 10;

    /** So often one turn is thought about anew because the caller goes on speaking. */
    static final int MOST_ATTEMPTS = 4;

    private static final Duration SOMEBODY_SPEAKS = Duration.ofSeconds(30);
    private static final int LONGEST_EXTENSION = 3;
    private static final int GOING_AWAY = 1000;
    private static final int NOT_ACCEPTED = 1007;
    private static final int AGAINST_THE_RULES = 1008;

    private RelayFlow() {}

    /** Somebody with the carrier's signature has connected. */
    public static RelayMove begin() {
        return waiting(RelayState.BEGINNING, SETUP_WITHIN);
    }

    public static RelayMove on(RelayState before, RelayInput input) {
        if (before.isOver()) {
            return RelayMove.of(before);
        }
        return switch (input) {
            case RelayInput.Gone gone -> RelayMove.of(before.to(new Over()), new Forget());
            case RelayInput.Flood flood -> refused(before, AGAINST_THE_RULES, "More messages than a call has");
            case RelayInput.Unreadable unreadable -> unreadable(before.unread());
            case RelayInput.Message message -> inPhase(before.readable(), message);
            default -> inPhase(before, input);
        };
    }

    private static RelayMove refused(RelayState state, int code, String why) {
        return RelayMove.of(state.to(new Over()), new Forget(), new Close(code, why));
    }

    private static RelayMove unreadable(RelayState state) {
        return state.phase() instanceof Connected || state.unreadable() >= MOST_UNREADABLE
                ? refused(state, NOT_ACCEPTED, "Not a message of this protocol")
                : RelayMove.of(state);
    }

    private static RelayMove inPhase(RelayState state, RelayInput input) {
        if (input instanceof Setup && !(state.phase() instanceof Connected)) {
            return refused(state, AGAINST_THE_RULES, "The conversation has begun");
        }
        return switch (state.phase()) {
            case Connected connected -> connected(state, input);
            case Listening listening -> listening(state, listening, input);
            case Thinking thinking -> thinking(state, thinking, input);
            case Doubting doubting -> doubting(state, doubting, input);
            case Settling settling -> settling(state, settling, input);
            case Breaking breaking -> breaking(state, input);
            case Leaving leaving -> leaving(state, input);
            case Ended ended when isDue(state, input) -> refused(state, GOING_AWAY, "The conversation has ended");
            case Ended ended -> RelayMove.of(state);
            case Over over -> RelayMove.of(state);
        };
    }

    private static RelayMove connected(RelayState state, RelayInput input) {
        return switch (input) {
            case Setup(var call, var token) -> RelayMove.of(state, new Admit(call, token));
            case Admitted(var talk, var greeting) ->
                waiting(
                        state.to(new Listening(talk, "")),
                        SpeakingTime.of(greeting).plus(UNTOLD));
            case RelayInput.Refused refused -> refused(state, AGAINST_THE_RULES, "This call is not awaited");
            case Woke woke when woke.which() != state.count() -> RelayMove.of(state);
            default -> refused(state, AGAINST_THE_RULES, "The setup comes first");
        };
    }

    private static RelayMove listening(RelayState state, Listening listening, RelayInput input) {
        Talk talk = listening.talk();
        return switch (input) {
            case Prompt(var words) when !words.isBlank() -> think(state, new Doubting(talk, words, false, 0));
            case Interrupt(var heard) -> waiting(state, QUIET).after(new Shorten(talk, heard));
            case Key(char key) -> key(state, talk, listening.keys(), key);
            case WeSpeak speak -> heard(state, listening, speak.on());
            case TheySpeak speak -> heard(state, listening, speak.on());
            case Woke woke
            when isDue(state, woke) ->
                listening.keys().isEmpty()
                        ? RelayMove.of(settle(state, talk, "", false), new Silence(talk))
                        : press(state, talk, listening.keys());
            default -> RelayMove.of(state);
        };
    }

    private static RelayMove heard(RelayState state, Listening listening, boolean somebody) {
        return listening.keys().isEmpty() ? waiting(state, somebody ? SOMEBODY_SPEAKS : QUIET) : RelayMove.of(state);
    }

    private static RelayMove think(RelayState before, Doubting said) {
        var state = before.counted()
                .to(new Thinking(said.talk(), said.words(), "", false, said.open(), said.attempts() + 1));
        return RelayMove.of(
                state, new Think(state.count(), said.talk(), said.words()), new Wait(state.count(), PATIENCE));
    }

    private static RelayMove thinking(RelayState state, Thinking now, RelayInput input) {
        return switch (input) {
            case Aloud aloud when aloud.thought() == state.count() -> aloud(state, now, aloud);
            case Thought(int thought, var decided)
            when thought == state.count() ->
                RelayMove.of(
                        settle(state, now.talk(), now.said(), now.open()),
                        new Settle(now.talk(), now.words(), decided, now.patience()));
            case Woke woke
            when isDue(state, woke) && now.said().isEmpty() && !now.patience() ->
                RelayMove.of(
                        state.to(new Thinking(now.talk(), now.words(), "", true, true, now.attempt())),
                        new OneMoment(now.talk().language()));
            case Prompt(var words)
            when !words.isBlank() && now.attempt() < MOST_ATTEMPTS ->
                think(state, more(doubt(now), words)).after(new Forget());
            case Interrupt(var heard) -> interrupted(state, now, heard);
            case Key(char key) -> key(state, now.talk(), "", key).after(stopping(now.open()));
            default -> RelayMove.of(state);
        };
    }

    private static Doubting doubt(Thinking now) {
        return new Doubting(now.talk(), now.words(), now.open(), now.attempt());
    }

    private static Doubting more(Doubting before, String words) {
        return new Doubting(before.talk(), before.words() + " " + words, before.open(), before.attempts());
    }

    private static RelayMove aloud(RelayState state, Thinking now, Aloud aloud) {
        String said = now.said().isEmpty() ? aloud.sentence() : now.said() + " " + aloud.sentence();
        var next =
                new Thinking(now.talk().in(aloud.language()), now.words(), said, now.patience(), true, now.attempt());
        var say = new Say(aloud.sentence() + " ", false);
        return aloud.language() == now.talk().language()
                ? RelayMove.of(state.to(next), say)
                : RelayMove.of(state.to(next), new Speak(aloud.language()), say);
    }

    /** What they heard of an answer was said, and the turn is over; as long as they heard nothing of it, they are not done speaking. */
    private static RelayMove interrupted(RelayState state, Thinking now, String reported) {
        String heard =
                now.said().isEmpty() ? "" : Overheard.of(now.said(), reported).orElse(now.said());
        if (!heard.isEmpty()) {
            return RelayMove.of(state.to(new Breaking()), new Forget(), new Leave(now.talk(), now.words(), heard));
        }
        return now.attempt() < MOST_ATTEMPTS
                ? waiting(state.to(doubt(now)), MORE_WORDS).after(new Forget())
                : RelayMove.of(state);
    }

    private static RelayMove doubting(RelayState state, Doubting now, RelayInput input) {
        return switch (input) {
            case Prompt(var words) when !words.isBlank() -> think(state, more(now, words));
            case Woke woke when isDue(state, woke) -> think(state, now);
            case TheySpeak(boolean on) -> waiting(state, on ? SOMEBODY_SPEAKS : MORE_WORDS);
            case Key(char key) -> key(state, now.talk(), "", key).after(stopping(now.open()));
            default -> RelayMove.of(state);
        };
    }

    /** A key ends the thought, and the talk cycle if there is one. */
    private static RelayOutput[] stopping(boolean open) {
        return open ? new RelayOutput[] {new Forget(), new Say("", true)} : new RelayOutput[] {new Forget()};
    }

    /** 0 is a person, at once; an extension is complete with its last digit, or with the pound key. */
    private static RelayMove key(RelayState state, Talk talk, String before, char key) {
        if (key == '#') {
            return before.isEmpty() ? waiting(state.to(new Listening(talk, "")), QUIET) : press(state, talk, before);
        }
        String keys = before + key;
        return keys.equals("0") || keys.length() >= LONGEST_EXTENSION
                ? press(state, talk, keys)
                : waiting(state.to(new Listening(talk, keys)), MORE_KEYS);
    }

    private static RelayMove press(RelayState state, Talk talk, String keys) {
        return RelayMove.of(settle(state, talk, "", false), new Press(talk, keys));
    }

    private static RelayState settle(RelayState state, Talk talk, String said, boolean open) {
        return state.to(new Settling(talk, said, open));
    }

    private static RelayMove settling(RelayState state, Settling now, RelayInput input) {
        return switch (input) {
            case GoesOn(var talk, var words) -> {
                var next = waiting(
                        state.to(new Listening(talk, "")),
                        SpeakingTime.of(words).plus(UNTOLD));
                var say = new Say(rest(now.said(), words), true);
                yield talk.language() == now.talk().language()
                        ? next.after(say)
                        : next.after(new Speak(talk.language()), say);
            }
            case GoesElsewhere elsewhere
            when now.open() ->
                waiting(state.to(new Leaving()), SpeakingTime.of(now.said()).plus(PATIENCE))
                        .after(new Say("", true));
            case GoesElsewhere elsewhere -> end(state);
            default -> RelayMove.of(state);
        };
    }

    /** Of words whose beginning may have been said already. */
    private static String rest(String said, String words) {
        return Optional.of(words)
                .filter(all -> all.startsWith(said))
                .map(all -> all.substring(said.length()).strip())
                .orElse(words);
    }

    private static RelayMove breaking(RelayState state, RelayInput input) {
        return switch (input) {
            case GoesOn(var talk, var words) ->
                waiting(state.to(new Listening(talk, "")), QUIET).after(new Say("", true));
            case GoesElsewhere elsewhere -> end(state).after(new Say("", true));
            default -> RelayMove.of(state);
        };
    }

    /** Ending the conversation would cut what is being spoken ({@code ai-receptionist.md} section 3.3). */
    private static RelayMove leaving(RelayState state, RelayInput input) {
        return switch (input) {
            case WeSpeak(boolean on) when !on -> end(state);
            case Interrupt interrupt -> end(state);
            case Woke woke when isDue(state, woke) -> end(state);
            default -> RelayMove.of(state);
        };
    }

    private static RelayMove end(RelayState state) {
        return waiting(state.to(new Ended()), CLOSES_WITHIN).after(new End());
    }

    private static RelayMove waiting(RelayState before, Duration time) {
        var state = before.counted();
        return RelayMove.of(state, new Wait(state.count(), time));
    }

    private static boolean isDue(RelayState state, RelayInput input) {
        return input instanceof Woke woke && woke.which() == state.count();
    }
}
