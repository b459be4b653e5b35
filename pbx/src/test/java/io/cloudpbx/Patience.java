package io.cloudpbx;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what must happen, unless it says otherwise. Long, as a busy machine is slow and a green
 * test waits no longer for it.
 */
public final class Patience implements BeforeAllCallback {
    private static final Duration USUAL = Duration.ofSeconds(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
