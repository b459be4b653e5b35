package io.cloudpbx.calls.relay;

/** The connection to the carrier. Neither waits for it nor fails: a line that is gone takes everything in silence. */
public interface Line {
    void send(String message);

    /** @param code of RFC 6455 */
    void close(int code, String why);
}
