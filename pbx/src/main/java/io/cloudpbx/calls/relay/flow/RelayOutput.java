package io.cloudpbx.calls.relay.flow;

import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decided;
import java.time.Duration;

/** What is to be done in a stream. */
public sealed interface RelayOutput {
    /** See whether this call is waited for here; answered by {@link RelayInput.Admitted} or {@link RelayInput.Refused}. */
    record Admit(String call, String token) implements RelayOutput {}

    /** Think about what the caller said; answered by {@link RelayInput.Thought}, within the budget of a turn. */
    record Think(int thought, Talk talk, String words) implements RelayOutput {}

    /** Stop thinking. */
    record Forget() implements RelayOutput {}

    /**
     * Make of it what the call's flow makes of it; answered by {@link RelayInput.GoesOn} or {@link RelayInput.GoesElsewhere}, like the
     * three that follow.
     *
     * @param waited whether the caller was asked for a moment of patience
     */
    record Settle(Talk talk, String words, Decided decided, boolean waited) implements RelayOutput {}

    record Press(Talk talk, String keys) implements RelayOutput {}

    record Silence(Talk talk) implements RelayOutput {}

    /** An answer was interrupted before it was complete. @param heard of it */
    record Leave(Talk talk, String words, String heard) implements RelayOutput {}

    /** Of what was said before this turn, the caller heard only so much. */
    record Shorten(Talk talk, String heard) implements RelayOutput {}

    /** @param last whether the talk cycle is complete */
    record Say(String token, boolean last) implements RelayOutput {}

    /** Ask for a moment of patience, within the talk cycle. */
    record OneMoment(Language language) implements RelayOutput {}

    /** Speak and listen in this language from here on. */
    record Speak(Language language) implements RelayOutput {}

    /** Come back with {@link RelayInput.Woke}, unless something else comes first. */
    record Wait(int which, Duration time) implements RelayOutput {}

    /** Give the call back to its flow. */
    record End() implements RelayOutput {}

    /** Close the connection. @param code of RFC 6455 */
    record Close(int code, String why) implements RelayOutput {}
}
