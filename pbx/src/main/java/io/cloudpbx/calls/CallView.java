package io.cloudpbx.calls;

import io.cloudpbx.calls.taping.Tape;
import io.cloudpbx.calls.taping.TapeView;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as the API shows it; steps, recordings and what leads on from it are only there when one call was asked for.
 *
 * @param direction {@code inbound}, or {@code outbound} for one that somebody here began
 * @param name of the contact on the other side; null when they have none
 * @param recordings of people who talked in it, oldest first; the receptionist's are with its conversation
 * @param contactId the contact on the other side; null also when nobody is known by that number
 * @param voicemails that were left in it and are still in a mailbox
 */
public record CallView(
        UUID id,
        String direction,
        @Nullable String name,
        @Nullable String from,
        String fromDisplay,
        @Nullable String to,
        String toDisplay,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Long durationSeconds,
        boolean live,
        String where,
        String outcome,
        @Nullable Party extension,
        String summary,
        @Nullable InHands inHands,
        @Nullable List<StepView> steps,
        @Nullable List<TapeView> recordings,
        @Nullable UUID contactId,
        @Nullable List<UUID> voicemails) {

    /** Who was called or has called, once they are forgotten. */
    public static final String DELETED = "Deleted person";

    /**
     * What whoever has the caller does with them.
     *
     * @param stage {@code held}, {@code parked}, {@code aside} with a colleague while the caller waits, {@code together}, or {@code all} three
     * @param colleague who was asked, or talks with both
     * @param colleagueThere whether they have taken the call
     * @param slot where the caller is parked
     */
    public record InHands(
            String stage,
            @Nullable Party colleague,
            boolean colleagueThere,
            @Nullable Integer slot) {}

    public record Party(UUID id, String ext, String name) {}

    public record StepView(Instant at, String kind, String text, String reason) {}

    /** What is only there when one call was asked for. */
    record Story(
            List<StepTaken> steps,
            List<Tape> tapes,
            @Nullable UUID contactId,
            List<UUID> voicemails) {}

    /** Who is in it, as far as they have names. */
    record Names(@Nullable String caller, Optional<Extension> extension) {}

    static CallView of(Call call, Names names, @Nullable InHands inHands, @Nullable Story story) {
        var from = Optional.ofNullable(call.from());
        var to = Optional.ofNullable(call.to());
        return new CallView(
                call.id(),
                "inbound",
                names.caller(),
                from.map(PhoneNumber::e164).orElse(null),
                from.map(PhoneNumber::display).orElse(call.forgotten() ? DELETED : "Unknown caller"),
                to.map(PhoneNumber::e164).orElse(null),
                to.map(PhoneNumber::display).orElse("Unknown number"),
                call.startedAt(),
                call.answeredAt(),
                call.endedAt(),
                Optional.ofNullable(call.endedAt())
                        .map(end -> Duration.between(call.startedAt(), end).toSeconds())
                        .orElse(null),
                call.isLive(),
                Call.text(call.place()),
                Call.text(call.outcome()),
                names.extension().map(CallView::party).orElse(null),
                call.summary(),
                inHands,
                story == null
                        ? null
                        : story.steps().stream().map(CallView::step).toList(),
                story == null ? null : TapeView.ofPeople(story.tapes()),
                story == null ? null : story.contactId(),
                story == null ? null : story.voicemails());
    }

    /** The same with what people said to each other in it. */
    CallView heard(List<Tape> tapes) {
        return new CallView(
                id,
                direction,
                name,
                from,
                fromDisplay,
                to,
                toDisplay,
                startedAt,
                answeredAt,
                endedAt,
                durationSeconds,
                live,
                where,
                outcome,
                extension,
                summary,
                inHands,
                steps,
                TapeView.ofPeople(tapes),
                contactId,
                voicemails);
    }

    static Party party(Extension extension) {
        return new Party(extension.id(), extension.ext(), extension.name());
    }

    static StepView step(StepTaken step) {
        return new StepView(step.at(), Call.text(step.kind()), step.text(), step.reason());
    }
}
