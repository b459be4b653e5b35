package io.cloudpbx.missedcalls.flow;

/** In which hours a number texts back. */
public enum When {
    OFF,
    ALWAYS,
    OPEN,
    CLOSED;

    /** @param open whether the number was, when the call came in */
    public boolean covers(boolean open) {
        return switch (this) {
            case OFF -> false;
            case ALWAYS -> true;
            case OPEN -> open;
            case CLOSED -> !open;
        };
    }
}
