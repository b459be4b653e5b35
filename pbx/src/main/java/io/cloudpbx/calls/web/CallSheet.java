package io.cloudpbx.calls.web;

import io.cloudpbx.calls.CallView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call in a row. */
final class CallSheet {
    static final List<String> COLUMNS = List.of(
            "id",
            "started at",
            "direction",
            "from",
            "to",
            "name",
            "extension",
            "extension name",
            "outcome",
            "answered at",
            "ended at",
            "seconds until answered",
            "seconds in all",
            "where it ended",
            "why");

    private CallSheet() {}

    /** @param reason of its last step; empty where the call says all by itself */
    static List<String> row(CallView call, String reason) {
        var extension = Optional.ofNullable(call.extension());
        return List.of(
                call.id().toString(),
                call.startedAt().toString(),
                call.direction(),
                text(call.from()),
                text(call.to()),
                text(call.name()),
                extension.map(CallView.Party::ext).orElse(""),
                extension.map(CallView.Party::name).orElse(""),
                call.outcome(),
                text(call.answeredAt()),
                text(call.endedAt()),
                untilAnswered(call),
                text(call.durationSeconds()),
                call.summary(),
                reason);
    }

    private static String untilAnswered(CallView call) {
        Instant answered = call.answeredAt();
        return answered == null
                ? ""
                : Long.toString(Duration.between(call.startedAt(), answered).toSeconds());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
