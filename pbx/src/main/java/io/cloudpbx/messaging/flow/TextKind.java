package io.cloudpbx.messaging.flow;

/** Why a text is written, which decides what it needs (C4, C7, C16, C24). */
public enum TextKind {
    /** A person wrote it to one person. */
    PERSONAL,
    /** The assistant answers somebody who wrote. */
    ASSISTANT,
    /** The fixed reply to STOP, START, HELP or an emergency. */
    CONFIRMATION,
    /** Sent by itself because of something that happened, such as a missed call. */
    INFORMATIONAL,
    /** Sent to many in order to sell. */
    MARKETING;

    /** Whether no person wrote it for this one recipient. */
    boolean isAutomatic() {
        return this != PERSONAL;
    }
}
