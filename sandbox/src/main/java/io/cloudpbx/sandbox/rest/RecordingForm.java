package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallOrder.RecordingOrder;
import io.cloudpbx.sandbox.call.CallOrder.StatusCallback;
import io.cloudpbx.sandbox.call.RecordingChange;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code POST Calls} and {@code POST Calls/{sid}/Recordings} say about a recording ({@code twilio.md} section 12). */
final class RecordingForm {
    private static final Set<String> EVENTS = Set.of("in-progress", "completed", "absent");

    private final Parameters parameters;

    RecordingForm(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @param trim what holds when the client does not say */
    RecordingOrder parse(String trim) {
        return new RecordingOrder(
                oneOf("RecordingChannels", "mono", "dual").equals("dual"),
                Track.valueOf(
                        oneOf("RecordingTrack", "both", "inbound", "outbound").toUpperCase(java.util.Locale.ROOT)),
                trim(trim).equals("trim-silence"),
                callback(parameters, "RecordingStatusCallback", EVENTS));
    }

    private String trim(String byDefault) {
        String other = byDefault.equals("trim-silence") ? "do-not-trim" : "trim-silence";
        return oneOf("Trim", byDefault, other);
    }

    /** The first is the default. */
    private String oneOf(String name, String... allowed) {
        String value = parameters.text(name).orElse(allowed[0]);
        if (!Arrays.asList(allowed).contains(value)) {
            throw ApiError.invalid(20001, name + " must be one of " + String.join(", ", allowed));
        }
        return value;
    }

    RecordingChange change() {
        String status = parameters.text("Status").orElseThrow(() -> ApiError.invalid(20001, "Status is required"));
        return switch (status) {
            case "paused" ->
                new RecordingChange.Pause(
                        oneOf("PauseBehavior", "silence", "skip").equals("skip"));
            case "in-progress" -> new RecordingChange.Resume();
            case "stopped" -> new RecordingChange.Stop();
            default -> throw ApiError.invalid(20001, "Status must be paused, in-progress or stopped");
        };
    }

    /** Events come as repeated parameters, or in one with blanks between them. */
    static @Nullable StatusCallback callback(Parameters parameters, String name, Set<String> known) {
        Set<String> events = new LinkedHashSet<>();
        parameters.all(name + "Event").forEach(value -> events.addAll(Arrays.asList(value.split("\\s+", -1))));
        events.removeIf(String::isBlank);
        for (String event : events) {
            if (!known.contains(event)) {
                throw ApiError.invalid(21626, "%sEvent is not one of %s: %s".formatted(name, known, event));
            }
        }
        return parameters
                .url(name, 21609)
                .map(url -> new StatusCallback(
                        url,
                        parameters.method(name + "Method", "POST"),
                        events.isEmpty() ? Set.of("completed") : events))
                .orElse(null);
    }
}
