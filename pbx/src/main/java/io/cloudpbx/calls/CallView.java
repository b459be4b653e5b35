package io.cloudpbx.calls;

import io.cloudpbx.extensions.Extension;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as the API shows it; the steps are only there when one call was asked for.
 *
 * @param direction {@code inbound}, or {@code outbound} for one that somebody here began
 */
public record CallView(
        UUID id,
        String direction,
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
        @Nullable List<StepView> steps) {

    public record Party(UUID id, String ext, String name) {}

    public record StepView(Instant at, String kind, String text, String reason) {}

    static CallView of(Call call, Optional<Extension> extension, @Nullable List<StepTaken> steps) {
        var from = Optional.ofNullable(call.from());
        var to = Optional.ofNullable(call.to());
        return new CallView(
                call.id(),
                "inbound",
                from.map(PhoneNumber::e164).orElse(null),
                from.map(PhoneNumber::display).orElse("Unknown caller"),
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
                extension
                        .map(found -> new Party(found.id(), found.ext(), found.name()))
                        .orElse(null),
                call.summary(),
                steps == null ? null : steps.stream().map(CallView::step).toList());
    }

    private static StepView step(StepTaken step) {
        return new StepView(step.at(), Call.text(step.kind()), step.text(), step.reason());
    }
}
