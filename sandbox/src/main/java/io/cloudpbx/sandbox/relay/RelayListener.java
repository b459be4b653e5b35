package io.cloudpbx.sandbox.relay;

/** Hears a customer's server, on any thread. */
public interface RelayListener {
    /** One message; the next one comes only after {@link RelaySocket#next}. */
    void received(String message);

    /**
     * The other side has closed the connection, or it broke.
     *
     * @param code the WebSocket's; 1006 when it broke
     */
    void closed(int code, String reason);
}
