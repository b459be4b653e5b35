package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;

/** The far end is a leg that runs a document of its own: what one says is what the other hears. */
final class PeerParty implements Party {
    private final Leg peer;

    PeerParty(Leg peer) {
        this.peer = peer;
    }

    @Override
    public void ringing() {
        peer.farRings();
    }

    @Override
    public void answered() {
        peer.farAnswered();
    }

    @Override
    public Playback hear(Utterance prompt) {
        peer.receive(prompt);
        return Playback.exact(prompt);
    }

    @Override
    public void overhear(Utterance utterance) {
        peer.receive(utterance);
    }

    @Override
    public void recorded(Duration limit) {}

    @Override
    public void closed(Call.Status status) {
        if (peer.isAnswered() || peer.call().direction() == Call.Direction.INBOUND) {
            peer.farHungUp();
            return;
        }
        switch (status) {
            // <Reject> without a reason plays "not in service" (twilio.md section 7).
            case NO_ANSWER, FAILED -> peer.farRefused(Call.Status.FAILED);
            case BUSY -> peer.farRefused(Call.Status.BUSY);
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, COMPLETED, CANCELED -> peer.farHungUp();
        }
    }
}
