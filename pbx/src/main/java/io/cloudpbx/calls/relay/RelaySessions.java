package io.cloudpbx.calls.relay;

import io.cloudpbx.calls.talk.StreamedTalks;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Conversations in streams that are open on this node. What another node must know of them is stored. */
@Service
public class RelaySessions implements AutoCloseable {
    private final StreamedTalks talks;
    private final Beside beside = new Beside();

    RelaySessions(StreamedTalks talks) {
        this.talks = talks;
    }

    /** Whether the carrier was told to connect to this address, and has not yet. */
    public boolean awaits(UUID stream) {
        return talks.isAwaited(stream);
    }

    /** The carrier has connected; whether for the right call is yet to be seen. */
    public RelaySession connect(UUID stream, Line line) {
        var session = new RelaySession(stream, line, talks, beside);
        session.begin();
        return session;
    }

    @Override
    public void close() {
        beside.close();
    }
}
