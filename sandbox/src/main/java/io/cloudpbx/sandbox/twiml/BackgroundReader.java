package io.cloudpbx.sandbox.twiml;

import io.cloudpbx.sandbox.twiml.Verb.LiveTranscription.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads {@code <Start>} and {@code <Stop>} with their nouns ({@code twilio.md} sections 6 and 7). */
final class BackgroundReader {
    private final @Nullable String documentUrl;
    private final List<Warning> warnings;

    BackgroundReader(@Nullable String documentUrl, List<Warning> warnings) {
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    Verb start(Element element) {
        List<Element> nouns = TwimlParser.childElements(element);
        if (nouns.size() != 1) {
            return new Verb.UnsupportedVerb("Start> with " + nouns.size() + " nouns <");
        }
        Element noun = nouns.getFirst();
        Attributes attributes = new Attributes(noun, documentUrl, warnings);
        Verb verb = switch (noun.getTagName()) {
            case "Recording" -> new Verb.Begin(recording(attributes));
            case "Transcription" -> new Verb.Begin(transcription(attributes));
            default -> new Verb.UnsupportedVerb("Start><" + noun.getTagName());
        };
        if (verb instanceof Verb.Begin) {
            attributes.reportUnknown();
        }
        return verb;
    }

    /** A recording could only be ended by REST before it could have a name; both ways are Twilio's. */
    Verb stop(Element element) {
        List<Element> nouns = TwimlParser.childElements(element);
        String noun = nouns.size() == 1 ? nouns.getFirst().getTagName() : "";
        return switch (noun) {
            case "Recording" -> new Verb.Stop(Verb.Stop.Kind.RECORDING, name(nouns.getFirst()));
            case "Transcription" -> new Verb.Stop(Verb.Stop.Kind.TRANSCRIPTION, name(nouns.getFirst()));
            default -> new Verb.UnsupportedVerb("Stop><" + noun);
        };
    }

    private @Nullable String name(Element noun) {
        Attributes attributes = new Attributes(noun, documentUrl, warnings);
        String name = attributes.optional("name");
        attributes.reportUnknown();
        return name;
    }

    private static Verb.BackgroundRecording recording(Attributes attributes) {
        String channels = attributes.text("channels", "dual");
        if (!channels.equals("dual") && !channels.equals("mono")) {
            attributes.warn(12200, "channels");
        }
        return new Verb.BackgroundRecording(
                attributes.optional("name"),
                !channels.equals("mono"),
                VerbReader.track(attributes, "track"),
                VerbReader.trims(attributes, "trim-silence"),
                VerbReader.recordingCallback(attributes));
    }

    private static Verb.LiveTranscription transcription(Attributes attributes) {
        attributes.ignore(
                "profanityFilter",
                "speechModel",
                "hints",
                "enableAutomaticPunctuation",
                "intelligenceService",
                "conversationConfiguration",
                "enableProviderData");
        return new Verb.LiveTranscription(
                attributes.optional("name"),
                transcribedTrack(attributes),
                attributes.text("languageCode", "en-US"),
                attributes.flag("partialResults", false, 12200),
                new Labels(attributes.text("inboundTrackLabel", ""), attributes.text("outboundTrackLabel", "")),
                attributes.text("transcriptionEngine", "google"),
                attributes.callback("statusCallbackUrl", "statusCallbackMethod", 12200));
    }

    private static Verb.Track transcribedTrack(Attributes attributes) {
        String track = attributes.text("track", "both_tracks");
        return switch (track) {
            case "inbound_track" -> Verb.Track.INBOUND;
            case "outbound_track" -> Verb.Track.OUTBOUND;
            case "both_tracks" -> Verb.Track.BOTH;
            default -> {
                attributes.warn(12200, "track");
                yield Verb.Track.BOTH;
            }
        };
    }
}
