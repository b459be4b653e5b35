package io.cloudpbx.calls.outage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.calls.StepTaken;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened in a call while the database could not be asked. */
public record Noted(CarrierId call, Instant at, What what) {

    /** What happened. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.class, name = "step"),
        @JsonSubTypes.Type(value = Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Ended.class, name = "ended"),
        @JsonSubTypes.Type(value = Leg.class, name = "leg"),
        @JsonSubTypes.Type(value = Recorded.class, name = "recorded"),
        @JsonSubTypes.Type(value = Transcribed.class, name = "transcribed")
    })
    public sealed interface What {}

    /**
     * A step was decided.
     *
     * @param request the path that the carrier asked
     * @param answer the document it got
     * @param pressed the keys with which it asked
     */
    public record Step(
            @Nullable PhoneNumber from,
            @Nullable PhoneNumber to,
            String request,
            StepTaken taken,
            String answer,
            String pressed,
            Change change)
            implements What {}

    /**
     * What a step changes in its call.
     *
     * @param extensionId whom it concerns; null leaves the call with whoever it was about
     * @param outcome what is known by it of how the call ends; null when nothing is
     * @param mailbox the key of the one it offers; null when it offers none
     */
    public record Change(
            Place place,
            @Nullable UUID extensionId,
            @Nullable Outcome outcome,
            @Nullable String mailbox) {}

    /** Somebody pressed 1. */
    public record Accepted(CarrierId leg, String ext, UUID extensionId, String name) implements What {}

    /** The call is over. @param outcome as in {@link Change} */
    public record Ended(CallStatus status, @Nullable Outcome outcome) implements What {}

    /** News of a phone that was rung. */
    public record Leg(CarrierId leg, String ext, CallStatus status) implements What {}

    /** A message is complete at the carrier, which keeps it until we fetch it. @param caller when the carrier's news named one */
    public record Recorded(
            CarrierId recording, String mailbox, @Nullable PhoneNumber caller) implements What {}

    /** What the carrier understood of a message. Exactly one of the two is there. */
    public record Transcribed(
            CarrierId recording,
            @Nullable String text,
            @Nullable String reason) implements What {}
}
