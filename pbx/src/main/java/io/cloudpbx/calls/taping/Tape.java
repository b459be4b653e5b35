package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.flow.Taped;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as sound, or a part of one.
 *
 * @param kind with whom the caller talks
 * @param call the carrier's id of it
 * @param announced by which words the caller was told; empty where an earlier part had told them
 * @param endingAt since when the carrier is told to end it; null where it ends with the call
 * @param recording null until the carrier told of it
 * @param completeAt when its completion was told
 * @param sound what is known once it is stored
 */
public record Tape(
        UUID id,
        UUID callId,
        CarrierId call,
        Kind kind,
        String announced,
        Instant wantedAt,
        @Nullable Instant endingAt,
        @Nullable CarrierId recording,
        @Nullable Instant startedAt,
        State state,
        @Nullable Instant completeAt,
        String blobKey,
        @Nullable Sound sound) {

    public enum Kind {
        RECEPTIONIST,
        PEOPLE,
        /** Somebody whom somebody of us called. */
        DIALED
    }

    /** {@code WANTED}, {@code RUNNING} and {@code FETCHING} end in one of the others; all of them may be {@code DELETED}. */
    public enum State {
        WANTED,
        RUNNING,
        FETCHING,
        STORED,
        /** Nothing is to be heard, or the carrier never began. */
        NOTHING,
        /** The carrier did not hand it over within two days. */
        LOST,
        /** A number was said or pressed that nobody may keep (C32). */
        WITHHELD,
        /** Whoever was told of it did not want it. */
        REFUSED,
        DELETED
    }

    /** Whether the carrier may still be recording; who refuses is heard for as long as it takes to end it, and not kept. */
    boolean isOpen() {
        return state == State.WANTED || state == State.RUNNING || state == State.REFUSED;
    }

    /** How far the recording of a call has come. @param parts oldest first */
    static Taped taped(List<Tape> parts) {
        if (parts.isEmpty()) {
            return Taped.NOT_YET;
        }
        Tape last = parts.getLast();
        if (last.endingAt() == null) {
            return Taped.BEGUN;
        }
        return last.startedAt() == null ? Taped.NEVER_RAN : Taped.ENDED;
    }
}
