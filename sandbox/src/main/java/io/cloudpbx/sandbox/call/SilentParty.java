package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;

/** Listens, says nothing and waits for the other side to hang up. */
final class SilentParty implements Party {
    @Override
    public void ringing() {}

    @Override
    public void answered() {}

    @Override
    public Playback hear(Utterance prompt) {
        return Playback.exact(prompt);
    }

    @Override
    public void overhear(Utterance utterance) {}

    @Override
    public void recorded(Duration limit) {}

    @Override
    public void closed(Call.Status status) {}
}
