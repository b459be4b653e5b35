package io.cloudpbx.sandbox.rest;

/** A refusal with Twilio's code ({@code twilio.md} section 14); its message goes to the client. */
final class ApiError extends RuntimeException {
    private final int code;
    private final int status;

    ApiError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A parameter that breaks a rule. */
    static ApiError invalid(int code, String message) {
        return new ApiError(400, code, message);
    }

    static ApiError notFound(String path) {
        return new ApiError(404, 20404, "The requested resource " + path + " was not found");
    }

    /** What Twilio has and this sandbox does not; never a success that did nothing ({@code twilio.md} E20). */
    static ApiError notImitated(String what) {
        return new ApiError(404, 20404, what + " is not imitated by this sandbox carrier");
    }

    int code() {
        return code;
    }

    int status() {
        return status;
    }

    Body body() {
        return new Body(code, String.valueOf(getMessage()), "https://www.twilio.com/docs/errors/" + code, status);
    }

    /** The documented shape of an error ({@code twilio.md} section 11). */
    record Body(int code, String message, String moreInfo, int status) {}
}
