package io.cloudpbx.calls;

import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Meet;
import io.cloudpbx.twiml.Verb.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Where somebody from outside is whom one of us has put on hold, and where they talk from then on. */
final class HoldScript {
    private HoldScript() {}

    /** Alone in a conference of their own, where there is music. Asked about from time to time, so that nobody waits for ever. */
    static List<Verb> waits(UUID call, String action, Duration longest) {
        return List.of(new Meet(action, "hold-" + call, true, false, longest), new Redirect(action));
    }

    static List<Verb> talks(UUID call, String action) {
        return List.of(new Meet(action, room(call), true, false, null), new Redirect(action));
    }

    /** Free again when all have left, so a call needs only one. */
    static String room(UUID call) {
        return "call-" + call;
    }
}
