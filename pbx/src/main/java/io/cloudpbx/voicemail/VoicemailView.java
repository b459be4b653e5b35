package io.cloudpbx.voicemail;

import io.cloudpbx.extensions.Extension;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.Voicemail.Deleted;
import io.cloudpbx.voicemail.Voicemail.State;
import io.cloudpbx.voicemail.Voicemail.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voicemail as the API shows it.
 *
 * @param contactId who left it; null when nobody is known by that number
 * @param name what that contact is called; null when they have no name
 * @param deletedAt null while it is in its mailbox, as are {@code deletedBy} and {@code erasedAt}, when it goes for good
 */
public record VoicemailView(
        UUID id,
        @Nullable String ext,
        String extensionName,
        @Nullable UUID extensionId,
        @Nullable String from,
        String fromDisplay,
        @Nullable UUID contactId,
        @Nullable String name,
        String callId,
        Instant receivedAt,
        @Nullable Double durationSeconds,
        boolean listened,
        @Nullable Instant listenedAt,
        @Nullable String listenedBy,
        @Nullable Instant deletedAt,
        @Nullable String deletedBy,
        @Nullable Instant erasedAt,
        String state,
        TranscriptView transcript,
        @Nullable List<Float> peaks,
        String audioUrl) {

    /** {@code pending}, {@code completed} with a text, or {@code none} with the reason. */
    public record TranscriptView(
            String status, @Nullable String text, @Nullable String reason) {}

    /** Who left it, as far as they are known. */
    record Caller(@Nullable UUID contactId, @Nullable String name) {}

    static VoicemailView of(Voicemail voicemail, Optional<Extension> extension, Caller caller, Instant now) {
        var deleted = Optional.ofNullable(voicemail.deleted());
        var sound = Optional.ofNullable(voicemail.sound());
        var from = Optional.ofNullable(voicemail.from());
        return new VoicemailView(
                voicemail.id(),
                extension.map(Extension::ext).orElse(null),
                extension.map(Extension::name).orElse("General mailbox"),
                voicemail.extensionId(),
                from.map(PhoneNumber::e164).orElse(null),
                from.map(PhoneNumber::display).orElse("Unknown caller"),
                caller.contactId(),
                caller.name(),
                voicemail.call().value(),
                voicemail.receivedAt(),
                sound.map(heard -> heard.length().toMillis() / 1000.0).orElse(null),
                voicemail.listenedAt() != null,
                voicemail.listenedAt(),
                voicemail.listenedBy(),
                deleted.map(Deleted::at).orElse(null),
                deleted.map(Deleted::by).orElse(null),
                deleted.map(Deleted::end).orElse(null),
                voicemail.state().name().toLowerCase(Locale.ROOT),
                transcript(voicemail, now),
                sound.map(Sound::peaks).orElse(null),
                "/api/voicemails/" + voicemail.id() + "/audio");
    }

    /** The carrier transcribes from 2 to 120 seconds and needs minutes at most ({@code twilio.md} section 7, Record). */
    private static TranscriptView transcript(Voicemail voicemail, Instant now) {
        Transcript known = voicemail.transcript();
        if (known != null) {
            return new TranscriptView(known.text() == null ? "none" : "completed", known.text(), known.reason());
        }
        Sound sound = voicemail.sound();
        if (sound != null && sound.length().compareTo(Duration.ofSeconds(2)) < 0) {
            return none("the message is shorter than 2 seconds");
        }
        if (sound != null && sound.length().compareTo(Duration.ofSeconds(120)) >= 0) {
            return none("the message is longer than 2 minutes");
        }
        if (voicemail.state() == State.LOST) {
            return none("the carrier never handed over the recording");
        }
        boolean stillComing =
                voicemail.receivedAt().plus(Duration.ofMinutes(15)).isAfter(now);
        return stillComing ? new TranscriptView("pending", null, null) : none("the carrier sent no transcript");
    }

    private static TranscriptView none(String reason) {
        return new TranscriptView("none", null, reason);
    }
}
