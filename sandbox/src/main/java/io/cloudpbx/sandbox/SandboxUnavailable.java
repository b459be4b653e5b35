package io.cloudpbx.sandbox;

/** The sandbox cannot start here; the message is a sentence for who started it. */
public final class SandboxUnavailable extends RuntimeException {
    SandboxUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    SandboxUnavailable(String message) {
        super(message);
    }
}
