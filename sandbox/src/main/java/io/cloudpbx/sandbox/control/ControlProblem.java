package io.cloudpbx.sandbox.control;

import org.jspecify.annotations.Nullable;

/** A request to the controls that cannot be done; its message and the field's name go to whoever asked. */
public final class ControlProblem extends RuntimeException {
    private final int status;
    private final @Nullable String field;

    private ControlProblem(int status, @Nullable String field, String message) {
        super(message);
        this.status = status;
        this.field = field;
    }

    /** @param field what is wrong, such as {@code what.status}; null when it is the whole */
    public static ControlProblem invalid(@Nullable String field, String message) {
        return new ControlProblem(400, field, message);
    }

    public static ControlProblem notFound(String message) {
        return new ControlProblem(404, null, message);
    }

    /** What is asked for does not go together with how things are. */
    public static ControlProblem conflict(String message) {
        return new ControlProblem(409, null, message);
    }

    int status() {
        return status;
    }

    @Nullable
    String field() {
        return field;
    }
}
