package io.cloudpbx.calls.relay.flow;

import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decided;

/** What comes to a stream: from the carrier ({@code ai-receptionist.md} section 3.2), or from ourselves. */
public sealed interface RelayInput {
    /** From the carrier. */
    sealed interface Message extends RelayInput {}

    /**
     * The first message: whose call this is.
     *
     * @param token as the document gave it to the carrier
     */
    record Setup(String call, String token) implements Message {}

    /** The caller said something, and has finished. */
    record Prompt(String words) implements Message {}

    /** The caller began to speak or pressed a key over us, and we are silent now. @param heard what they had heard until then */
    record Interrupt(String heard) implements Message {}

    /** The caller pressed a key. */
    record Key(char key) implements Message {}

    /** We are heard, or not any more. */
    record WeSpeak(boolean on) implements Message {}

    /** The caller is heard, or not any more. */
    record TheySpeak(boolean on) implements Message {}

    /** Something of which nothing has to be known, or that future versions of the protocol may bring. */
    record Other() implements Message {}

    /** No message at all. */
    record Unreadable() implements Message {}

    /** More messages at once than a call has. */
    record Flood() implements RelayInput {}

    /** The connection is gone, whoever closed it. */
    record Gone() implements RelayInput {}

    /** The call is one of ours and was waited for. @param greeting what the carrier says at first */
    record Admitted(Talk talk, String greeting) implements RelayInput {}

    /** It is not, or not any more. */
    record Refused() implements RelayInput {}

    /**
     * The beginning of an answer, or its next sentence, while the rest is still being thought of.
     *
     * @param thought of which, see {@link RelayOutput.Think}
     */
    record Aloud(int thought, String sentence, Language language) implements RelayInput {}

    /** A thought is complete. */
    record Thought(int thought, Decided decided) implements RelayInput {}

    /**
     * The turn is over, and the conversation goes on here.
     *
     * @param talk the next turn
     * @param words what is said before it, perhaps said already
     */
    record GoesOn(Talk talk, String words) implements RelayInput {}

    /** The turn is over, and the call goes on elsewhere. */
    record GoesElsewhere() implements RelayInput {}

    /** A wait is over. @param which see {@link RelayOutput.Wait} */
    record Woke(int which) implements RelayInput {}
}
