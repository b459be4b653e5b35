package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Attributes.Range;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <Conference>} ({@code twilio.md} section 8.1). */
final class ConferenceReader {
    private static final int MAX_PARTICIPANTS = 250;
    private static final int LABEL_MAX = 128;
    private static final Set<String> EVENTS =
            Set.of("start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement");

    private final @Nullable String documentUrl;
    private final List<Warning> warnings;

    ConferenceReader(@Nullable String documentUrl, List<Warning> warnings) {
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    Verb.Noun conference(Element element) {
        Attributes attributes = new Attributes(element, documentUrl, warnings);
        attributes.ignore("region", "jitterBufferSize");
        if (attributes.optional("eventCallbackUrl") != null) {
            warnings.add(new Warning(12200, "<Conference>: eventCallbackUrl is not imitated here"));
        }
        String name = element.getTextContent().strip();
        if (name.isEmpty()) {
            warnings.add(new Warning(13237, "Dial->Conference: Invalid Conference Name"));
        }
        Verb.Conference conference = new Verb.Conference(
                name,
                seat(attributes),
                music(attributes, "waitMethod", 13234),
                attributes.number("maxParticipants", MAX_PARTICIPANTS, new Range(2, MAX_PARTICIPANTS, 12200)),
                recording(attributes),
                told(attributes));
        attributes.reportUnknown();
        return conference;
    }

    private static Verb.Seat seat(Attributes attributes) {
        String coached = attributes.text("coach", "").strip();
        return new Verb.Seat(
                label(attributes),
                attributes.flag("muted", false, 13230),
                attributes.flag("startConferenceOnEnter", true, 13232),
                attributes.flag("endConferenceOnExit", false, 13231),
                beep(attributes),
                coached.isEmpty() ? null : coached);
    }

    private static @Nullable String label(Attributes attributes) {
        String label = attributes.text("participantLabel", "");
        if (!isLabel(label)) {
            attributes.warn(16023, "participantLabel");
            return null;
        }
        return label.isEmpty() ? null : label;
    }

    /** Whether it can stand in a path instead of a call's SID. */
    static boolean isLabel(String label) {
        return label.length() <= LABEL_MAX && !label.contains("/") && !label.matches("CA[0-9a-f]{32}");
    }

    private static Verb.Beep beep(Attributes attributes) {
        return switch (attributes.text("beep", "true")) {
            case "true" -> Verb.Beep.ALWAYS;
            case "false" -> Verb.Beep.NEVER;
            case "onEnter" -> Verb.Beep.ON_ENTER;
            case "onExit" -> Verb.Beep.ON_EXIT;
            default -> {
                attributes.warn(13235, "beep");
                yield Verb.Beep.ALWAYS;
            }
        };
    }

    /** What {@code waitUrl} says; an empty one is silence. */
    static Verb.Music music(Attributes attributes, String methodName, int methodErrorCode) {
        String written = attributes.optional("waitUrl");
        Callback url = attributes.callback("waitUrl", methodName, methodErrorCode);
        if (written == null) {
            return new Verb.Music.Usual();
        }
        return url == null ? new Verb.Music.Silence() : new Verb.Music.From(url);
    }

    private static Verb.@Nullable ConferenceRecording recording(Attributes attributes) {
        Verb.ConferenceRecording recording = new Verb.ConferenceRecording(
                VerbReader.trims(attributes, "trim-silence"), VerbReader.recordingCallback(attributes));
        return switch (attributes.text("record", "do-not-record")) {
            case "do-not-record", "false" -> null;
            case "record-from-start", "true" -> recording;
            default -> {
                attributes.warn(12200, "record");
                yield null;
            }
        };
    }

    /** Without events start and end are told, as Twilio documents it for {@code POST Participants}. */
    private static Verb.@Nullable StatusCallback told(Attributes attributes) {
        Callback callback = attributes.callback("statusCallback", "statusCallbackMethod", 12200);
        boolean named = attributes.optional("statusCallbackEvent") != null;
        Set<String> events = named ? attributes.events("statusCallbackEvent", "start", EVENTS) : Set.of("start", "end");
        return callback == null ? null : new Verb.StatusCallback(callback, events);
    }
}
