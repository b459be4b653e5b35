package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.billing.Prices;
import io.cloudpbx.sandbox.state.Recording;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recording as Twilio shows it; its media URL is where this carrier serves it. */
record RecordingBody(
        String sid,
        String accountSid,
        String callSid,
        @Nullable String conferenceSid,
        String status,
        String source,
        int channels,
        @Nullable String startTime,
        @Nullable String duration,
        @Nullable Integer errorCode,
        @Nullable String price,
        String priceUnit,
        @Nullable String encryptionDetails,
        String apiVersion,
        String mediaUrl,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        String uri,
        Map<String, String> subresourceUris) {

    static RecordingBody of(Recording recording, String publicUrl) {
        String path =
                "/" + ApiRoutes.VERSION + "/Accounts/" + recording.accountSid() + "/Recordings/" + recording.sid();
        return new RecordingBody(
                recording.sid(),
                recording.accountSid(),
                recording.callSid(),
                recording.conferenceSid(),
                recording.status().text(),
                recording.source().text(),
                recording.channels(),
                Dates.rfc2822(recording.startTime()),
                seconds(recording),
                recording.errorCode(),
                price(recording),
                "USD",
                null,
                ApiRoutes.VERSION,
                publicUrl + path,
                Dates.rfc2822(recording.dateCreated()),
                Dates.rfc2822(recording.dateUpdated()),
                path + ".json",
                Map.of(
                        "add_on_results", path + "/AddOnResults.json",
                        "transcriptions", path + "/Transcriptions.json"));
    }

    static @Nullable String seconds(Recording recording) {
        Duration duration = recording.duration();
        return duration == null ? null : String.valueOf(duration.toSeconds());
    }

    /** Known once there is a sound. */
    static @Nullable String price(Recording recording) {
        Duration duration = recording.duration();
        return recording.hadSound() && duration != null
                ? Prices.ofRecording(duration).negate().toPlainString()
                : null;
    }
}
