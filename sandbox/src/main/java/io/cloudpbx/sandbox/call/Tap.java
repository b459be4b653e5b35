package io.cloudpbx.sandbox.call;

/** Hears both directions of a leg, as they begin to be uttered. */
interface Tap {
    /** From the far side to the carrier. */
    void inbound(Utterance utterance);

    /** From the carrier to the far side. */
    void outbound(Utterance utterance);
}
