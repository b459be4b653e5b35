package io.cloudpbx.sandbox.call;

/** What goes to and comes from an endpoint beside the sound. */
final class Signalling {
    private Invitation invitation = Invitation.BARE;
    private int response;

    /** What the far side is told, and given, with the call. */
    Invitation invitation() {
        return invitation;
    }

    void invite(Invitation with) {
        invitation = with;
    }

    /** The SIP response with which ringing ended; 0 when there was none. */
    int response() {
        return response;
    }

    void responded(int code) {
        response = code;
    }
}
