package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;

/** Who is at the far end of a leg: another leg, a person at a browser phone, or nobody yet. */
interface Party {
    /** The far end is being rung, or: the number that this party calls rings. */
    void ringing();

    /** The call that this party made has been answered. */
    void answered();

    /** While it is on, this party hears that others are being rung for it, though its own call is answered. */
    default void ringback(boolean on) {}

    /** The carrier plays this to the party. */
    Playback hear(Utterance prompt);

    /** The person to whom this party is connected utters this. */
    void overhear(Utterance utterance);

    /** The carrier begins to record what this party says; zero length: it has stopped. */
    void recorded(Duration limit);

    /** The carrier has ended the leg with this status. */
    void closed(Call.Status status);
}
