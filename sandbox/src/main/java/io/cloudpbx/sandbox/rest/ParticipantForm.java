package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.call.Participant;
import io.cloudpbx.sandbox.call.ParticipantChange;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests about a participant say ({@code twilio.md} section 12). */
final class ParticipantForm {
    private static final Set<String> EVENTS =
            Set.of("start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement");
    private static final Set<String> RECORDING_EVENTS = Set.of("in-progress", "completed", "absent");
    private static final int LABEL_MAX = 128;
    private static final Parameters.Range ROOM = new Parameters.Range(2, 250, 20001);

    private final Parameters parameters;

    ParticipantForm(Parameters parameters) {
        this.parameters = parameters;
    }

    /** How the one who is called will take part. */
    Verb.Conference wanted(String name) {
        return new Verb.Conference(
                name,
                new Verb.Seat(
                        label(),
                        parameters.flag("Muted", false),
                        parameters.flag("StartConferenceOnEnter", true),
                        parameters.flag("EndConferenceOnExit", false),
                        beep(),
                        coached()),
                waitMusic(),
                parameters.number("MaxParticipants", ROOM, ROOM.max()),
                recording(),
                told());
    }

    private @Nullable String label() {
        String label = parameters.text("Label").orElse("");
        if (label.length() > LABEL_MAX || label.contains("/") || label.matches("CA[0-9a-f]{32}")) {
            throw ApiError.invalid(16024, "Participant label invalid: max 128 chars, not a CallSid, no '/'");
        }
        return label.isEmpty() ? null : label;
    }

    private Verb.Beep beep() {
        return switch (parameters.text("Beep").orElse("true")) {
            case "true" -> Verb.Beep.ALWAYS;
            case "false" -> Verb.Beep.NEVER;
            case "onEnter" -> Verb.Beep.ON_ENTER;
            case "onExit" -> Verb.Beep.ON_EXIT;
            default -> throw ApiError.invalid(20001, "Beep must be true, false, onEnter or onExit");
        };
    }

    private @Nullable String coached() {
        String coached = parameters.text("CallSidToCoach").orElse(null);
        boolean coaching = parameters.flag("Coaching", coached != null);
        if (coaching && coached == null) {
            throw ApiError.invalid(20001, "Coaching needs CallSidToCoach");
        }
        return coaching ? coached : null;
    }

    private Verb.Music waitMusic() {
        if (!parameters.has("WaitUrl")) {
            return new Verb.Music.Usual();
        }
        Callback url = callback("Wait", "POST");
        return url == null ? new Verb.Music.Silence() : new Verb.Music.From(url);
    }

    private Verb.@Nullable ConferenceRecording recording() {
        String record = parameters.text("ConferenceRecord").orElse("false");
        CallOrder.StatusCallback told =
                RecordingForm.callback(parameters, "ConferenceRecordingStatusCallback", RECORDING_EVENTS);
        Verb.RecordingCallback callback = told == null
                ? null
                : new Verb.RecordingCallback(new Callback(told.url(), told.method()), told.events());
        boolean trim = !parameters.text("ConferenceTrim").orElse("trim-silence").equals("do-not-trim");
        return switch (record) {
            case "false", "do-not-record" -> null;
            case "true", "record-from-start" -> new Verb.ConferenceRecording(trim, callback);
            default -> throw ApiError.invalid(20001, "ConferenceRecord must be record-from-start or do-not-record");
        };
    }

    /** Without events start and end are told, as Twilio documents it. */
    private Verb.@Nullable StatusCallback told() {
        CallOrder.StatusCallback told = RecordingForm.callback(parameters, "ConferenceStatusCallback", EVENTS);
        if (told == null) {
            return null;
        }
        boolean named = parameters.text("ConferenceStatusCallbackEvent").isPresent();
        return new Verb.StatusCallback(
                new Callback(told.url(), told.method()), named ? told.events() : Set.of("start", "end"));
    }

    ParticipantChange change(Participant before) {
        Boolean coaching = flag("Coaching");
        String toCoach = parameters.text("CallSidToCoach").orElse(null);
        if (Boolean.TRUE.equals(coaching) && toCoach == null && before.coached() == null) {
            throw ApiError.invalid(20001, "Coaching needs CallSidToCoach");
        }
        return new ParticipantChange(
                flag("Muted"),
                flag("Hold"),
                callback("Hold", "GET"),
                callback("Announce", "POST"),
                callback("Wait", "POST"),
                flag("BeepOnExit"),
                flag("EndConferenceOnExit"),
                coaching,
                toCoach);
    }

    private @Nullable Boolean flag(String name) {
        return parameters.text(name).isPresent() ? parameters.flag(name, false) : null;
    }

    private @Nullable Callback callback(String prefix, String usualMethod) {
        return parameters
                .url(prefix + "Url", 21205)
                .map(url -> new Callback(url, parameters.method(prefix + "Method", usualMethod)))
                .orElse(null);
    }
}
