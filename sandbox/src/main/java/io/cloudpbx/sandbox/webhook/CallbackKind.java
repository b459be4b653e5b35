package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.fault.Part;
import java.util.Map;
import java.util.Set;

/** What a request to a customer's server is for, as {@code twilio.md} sections 2 and 3 tell them apart. */
enum CallbackKind {
    CALL_TWIML("call.twiml"),
    CALL_STATUS("call.status"),
    CALL_AMD("call.amd"),
    SPEECH_PARTIAL("speech.partial"),
    RECORDING_STATUS("recording.status"),
    TRANSCRIPTION("transcription"),
    CONFERENCE_STATUS("conference.status"),
    MESSAGE_INBOUND("message.inbound"),
    MESSAGE_STATUS("message.status"),
    DEBUGGER("debugger"),
    OTHER("other");

    /** What becomes of a text in the end. */
    private static final Set<String> RECEIPTS = Set.of("delivered", "undelivered", "failed", "read");

    private final String text;

    CallbackKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** @param document whether a document is asked for, or something is told */
    static CallbackKind of(boolean document, Map<String, String> parameters) {
        if (document) {
            return parameters.containsKey("MessageSid") ? MESSAGE_INBOUND : CALL_TWIML;
        }
        if (parameters.containsKey("PayloadType")) {
            return DEBUGGER;
        }
        if (parameters.containsKey("MessageStatus")) {
            return MESSAGE_STATUS;
        }
        if (parameters.containsKey("TranscriptionSid") || parameters.containsKey("TranscriptionEvent")) {
            return TRANSCRIPTION;
        }
        if (parameters.containsKey("RecordingStatus")) {
            return RECORDING_STATUS;
        }
        return ofCall(parameters);
    }

    private static CallbackKind ofCall(Map<String, String> parameters) {
        if (parameters.containsKey("StatusCallbackEvent")) {
            return CONFERENCE_STATUS;
        }
        if (parameters.containsKey("UnstableSpeechResult") || parameters.containsKey("StableSpeechResult")) {
            return SPEECH_PARTIAL;
        }
        if (parameters.containsKey("MachineDetectionDuration")) {
            return CALL_AMD;
        }
        return parameters.containsKey("CallStatus") ? CALL_STATUS : OTHER;
    }

    Part part(Map<String, String> parameters) {
        boolean receipt = this == MESSAGE_STATUS && RECEIPTS.contains(parameters.getOrDefault("MessageStatus", ""));
        return receipt ? Part.RECEIPT : Part.WEBHOOK;
    }
}
