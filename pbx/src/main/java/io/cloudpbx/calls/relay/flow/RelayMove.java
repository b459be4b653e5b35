package io.cloudpbx.calls.relay.flow;

import java.util.List;
import java.util.stream.Stream;

/** How a stream stands now, and what is to be done, in order. */
public record RelayMove(RelayState state, List<RelayOutput> outputs) {
    public RelayMove {
        outputs = List.copyOf(outputs);
    }

    static RelayMove of(RelayState state, RelayOutput... outputs) {
        return new RelayMove(state, List.of(outputs));
    }

    /** The same, after these. */
    RelayMove after(RelayOutput... first) {
        return new RelayMove(
                state, Stream.concat(Stream.of(first), outputs.stream()).toList());
    }
}
