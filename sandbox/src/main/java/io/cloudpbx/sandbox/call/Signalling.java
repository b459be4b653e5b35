package io.cloudpbx.sandbox.call;

import org.jspecify.annotations.Nullable;

/** What goes to and comes from an endpoint beside the sound. */
final class Signalling {
    private Invitation invitation = Invitation.BARE;
    private @Nullable String callerId;
    private int response;
    private int forwards;

    /** What the far side is told, and given, with the call. */
    Invitation invitation() {
        return invitation;
    }

    void invite(Invitation with) {
        invitation = with;
    }

    /** @param from who is shown when nobody else was asked for */
    String callerId(String from) {
        return callerId == null ? from : callerId;
    }

    void showAs(@Nullable String other) {
        callerId = other;
    }

    /** The SIP response with which ringing ended; 0 when there was none. */
    int response() {
        return response;
    }

    /** How often the call has been dialled on, as SIP's {@code Max-Forwards} counts it. */
    int forwards() {
        return forwards;
    }

    void forwarded(int times) {
        forwards = times;
    }

    void responded(int code) {
        response = code;
    }
}
