package io.cloudpbx.claude;

import java.time.Duration;

/** Without a key: it knows no address, so nothing can leave the machine. */
public final class AbsentClaude implements Claude {
    @Override
    public boolean isAvailable() {
        return false;
    }

    @Override
    public Reply ask(Prompt prompt) {
        return new Reply.Failed(Failure.ABSENT, "There is no key", null, null, Duration.ZERO);
    }
}
