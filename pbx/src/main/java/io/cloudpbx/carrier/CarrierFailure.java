package io.cloudpbx.carrier;

/** The carrier did not do what it was asked; {@link #kind()} says what may be done about it (A23). */
public final class CarrierFailure extends RuntimeException {
    private final Kind kind;
    private final int code;

    public CarrierFailure(Kind kind, int code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    /** What the caller may conclude. */
    public enum Kind {
        /** Understood and refused; asking again changes nothing. */
        REFUSED,
        /** What was asked for does not exist, or not any more. */
        GONE,
        /** Not executed; safe to repeat later. */
        NOT_NOW,
        /** May or may not have been executed: look before repeating. */
        UNKNOWN_OUTCOME
    }

    public Kind kind() {
        return kind;
    }

    /** The carrier's own error code, 0 when it gave none. */
    public int code() {
        return code;
    }
}
