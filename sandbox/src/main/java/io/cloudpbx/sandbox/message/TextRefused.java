package io.cloudpbx.sandbox.message;

/** The carrier does not take a text; status and code are Twilio's ({@code twilio.md} section 14). */
public final class TextRefused extends RuntimeException {
    private final int status;
    private final int code;

    TextRefused(int code, String message) {
        this(400, code, message);
    }

    TextRefused(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }
}
