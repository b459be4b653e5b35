package io.cloudpbx.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote something in a conversation.
 *
 * @param userId of a person on our side; null for everybody else
 * @param name for people; empty where the conversation itself names them
 */
public record Author(Kind kind, @Nullable UUID userId, String name) {
    public static final Author THEM = new Author(Kind.THEM, null, "");
    public static final Author SYSTEM = new Author(Kind.SYSTEM, null, "");
    public static final Author ASSISTANT = new Author(Kind.ASSISTANT, null, "Assistant");

    /** The side it came from. */
    public enum Kind {
        THEM,
        ASSISTANT,
        PERSON,
        /** Written by nobody in particular: a confirmation, a text after a missed call, a line about what happened. */
        SYSTEM
    }

    public static Author person(UUID userId, String name) {
        return new Author(Kind.PERSON, userId, name);
    }
}
