package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recording as it is shown below its call: with the track, without its media's URL, which {@link RecordingBody} has
 * ({@code twilio.md} section 12).
 */
record CallRecordingBody(
        String sid,
        String accountSid,
        String callSid,
        @Nullable String conferenceSid,
        String status,
        String source,
        int channels,
        String track,
        @Nullable String startTime,
        @Nullable String duration,
        @Nullable Integer errorCode,
        @Nullable String price,
        String priceUnit,
        @Nullable String encryptionDetails,
        String apiVersion,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        String uri) {

    static CallRecordingBody of(Recording recording) {
        String path = "/%s/Accounts/%s/Calls/%s/Recordings/%s.json"
                .formatted(ApiRoutes.VERSION, recording.accountSid(), recording.callSid(), recording.sid());
        return new CallRecordingBody(
                recording.sid(),
                recording.accountSid(),
                recording.callSid(),
                recording.conferenceSid(),
                recording.status().text(),
                recording.source().text(),
                recording.channels(),
                Objects.requireNonNullElse(recording.track(), Track.BOTH).text(),
                Dates.rfc2822(recording.startTime()),
                RecordingBody.seconds(recording),
                recording.errorCode(),
                RecordingBody.price(recording),
                "USD",
                null,
                ApiRoutes.VERSION,
                Dates.rfc2822(recording.dateCreated()),
                Dates.rfc2822(recording.dateUpdated()),
                path);
    }
}
