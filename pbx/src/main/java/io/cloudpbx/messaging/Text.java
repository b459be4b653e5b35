package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text, in or out.
 *
 * @param ours our number
 * @param theirs the other side as the carrier writes it; a short code is none that can be answered
 * @param kind by which the gate judges; null for inbound texts
 * @param carrierStatus the carrier's last word; null before it has given one
 * @param errorCode the carrier's, 0 when there is none
 * @param epoch of the conversation when it was written
 * @param answers the inbound text that the assistant answers with it
 * @param why what was decided about it; null while nothing was
 * @param sendAt when it is to be sent; null for at once
 */
public record Text(
        UUID id,
        UUID conversationId,
        boolean inbound,
        String ours,
        String theirs,
        String body,
        Author author,
        @Nullable TextKind kind,
        State state,
        @Nullable MessageStatus carrierStatus,
        @Nullable CarrierId carrierId,
        int errorCode,
        long epoch,
        @Nullable UUID answers,
        int segments,
        int mediaCount,
        @Nullable Why why,
        Instant createdAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt) {

    /** Where it stands with us; what the carrier makes of it is {@link Text#carrierStatus}. */
    public enum State {
        RECEIVED,
        /** To be sent at its time. */
        SCHEDULED,
        /** To be sent now. */
        READY,
        /** An attempt is under way; nobody else may send it. */
        SENDING,
        /** The carrier has it. */
        ACCEPTED,
        /** Nobody knows whether the carrier has it; it is looked for, and not sent again meanwhile (R8). */
        UNKNOWN,
        /** It was looked for and not found; a person may send it again (R10). */
        NOT_CONFIRMED,
        /** Our own gate kept it. */
        REFUSED,
        /** The carrier would not take it. */
        REJECTED,
        CANCELED;

        /** Nothing has left for the carrier yet. */
        public boolean isWaiting() {
            return this == SCHEDULED || this == READY;
        }
    }

    /** The same text, elsewhere on its way. */
    Text moved(State next, @Nullable Instant nextSendAt, Why nextWhy) {
        return new Text(
                id,
                conversationId,
                inbound,
                ours,
                theirs,
                body,
                author,
                kind,
                next,
                carrierStatus,
                carrierId,
                errorCode,
                epoch,
                answers,
                segments,
                mediaCount,
                nextWhy,
                createdAt,
                nextSendAt,
                sentAt);
    }

    /** Its line in the conversation. */
    public Entry entry() {
        return new Entry(
                id,
                conversationId,
                createdAt,
                inbound ? Entry.Kind.TEXT_IN : Entry.Kind.TEXT_OUT,
                id.toString(),
                author,
                body);
    }

    /** Whether it certainly did not arrive, or a person may risk that it arrives twice. */
    public boolean mayBeSentAgain() {
        boolean failed = carrierStatus == MessageStatus.FAILED || carrierStatus == MessageStatus.UNDELIVERED;
        return !inbound
                && switch (state) {
                    case REFUSED, REJECTED, NOT_CONFIRMED -> true;
                    case ACCEPTED -> failed;
                    case RECEIVED, SCHEDULED, READY, SENDING, UNKNOWN, CANCELED -> false;
                };
    }
}
