package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.billing.Prices;
import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as Twilio shows it ({@code twilio.md} section 12). Its price is known once it is over. */
record CallBody(
        String sid,
        String accountSid,
        @Nullable String parentCallSid,
        String to,
        String toFormatted,
        String from,
        String fromFormatted,
        @Nullable String phoneNumberSid,
        String status,
        @Nullable String startTime,
        @Nullable String endTime,
        @Nullable String duration,
        @Nullable String price,
        String priceUnit,
        String direction,
        @Nullable String answeredBy,
        @Nullable String annotation,
        String apiVersion,
        @Nullable String forwardedFrom,
        @Nullable String groupSid,
        @Nullable String callerName,
        String queueTime,
        @Nullable String trunkSid,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        String uri,
        Map<String, String> subresourceUris) {

    static CallBody of(Call call) {
        String path = "/" + ApiRoutes.VERSION + "/Accounts/" + call.accountSid() + "/Calls/" + call.sid();
        return new CallBody(
                call.sid(),
                call.accountSid(),
                call.parentCallSid(),
                call.to(),
                PhoneNumbers.display(call.to()),
                call.from(),
                PhoneNumbers.display(call.from()),
                call.phoneNumberSid(),
                shownStatus(call.status()),
                Dates.rfc2822(call.startTime()),
                Dates.rfc2822(call.endTime()),
                duration(call.startTime(), call.endTime()),
                Prices.of(call).map(price -> price.negate().toPlainString()).orElse(null),
                "USD",
                call.direction().text(),
                call.details().answeredBy(),
                null,
                ApiRoutes.VERSION,
                call.details().forwardedFrom(),
                null,
                call.details().callerName(),
                "0",
                null,
                Dates.rfc2822(call.dateCreated()),
                Dates.rfc2822(call.dateUpdated()),
                path + ".json",
                subresources(path));
    }

    /** The resource knows no "initiated": that is an event of a call which is still queued. */
    private static String shownStatus(Call.Status status) {
        return status == Call.Status.INITIATED ? Call.Status.QUEUED.text() : status.text();
    }

    private static @Nullable String duration(@Nullable Instant start, @Nullable Instant end) {
        if (end == null) {
            return null;
        }
        return start == null ? "0" : String.valueOf(Duration.between(start, end).toSeconds());
    }

    private static Map<String, String> subresources(String path) {
        Map<String, String> uris = new LinkedHashMap<>();
        uris.put("notifications", path + "/Notifications.json");
        uris.put("recordings", path + "/Recordings.json");
        uris.put("payments", path + "/Payments.json");
        uris.put("events", path + "/Events.json");
        uris.put("siprec", path + "/Siprec.json");
        uris.put("streams", path + "/Streams.json");
        uris.put("transcriptions", path + "/Transcriptions.json");
        uris.put("user_defined_message_subscriptions", path + "/UserDefinedMessageSubscriptions.json");
        uris.put("user_defined_messages", path + "/UserDefinedMessages.json");
        return uris;
    }
}
