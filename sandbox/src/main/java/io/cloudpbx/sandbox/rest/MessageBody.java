package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.message.MessageErrors;
import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.Text.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as Twilio shows it ({@code twilio.md} section 12). */
record MessageBody(
        String sid,
        String accountSid,
        @Nullable String messagingServiceSid,
        @Nullable String from,
        String to,
        String body,
        String status,
        String direction,
        String numSegments,
        String numMedia,
        @Nullable Integer errorCode,
        @Nullable String errorMessage,
        @Nullable String price,
        String priceUnit,
        String apiVersion,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        @Nullable String dateSent,
        String uri,
        Map<String, String> subresourceUris) {

    static MessageBody of(Text text) {
        Text.Route route = text.route();
        Text.Progress progress = text.progress();
        Integer errorCode = progress.errorCode();
        String path = "/" + ApiRoutes.VERSION + "/Accounts/" + route.accountSid() + "/Messages/" + text.sid();
        return new MessageBody(
                text.sid(),
                route.accountSid(),
                route.serviceSid(),
                route.from(),
                route.to(),
                text.content().body(),
                text.status().text(),
                route.direction().text(),
                segments(text),
                String.valueOf(text.content().attachments().size()),
                errorCode,
                errorCode == null ? null : MessageErrors.text(errorCode),
                BilledTexts.price(text)
                        .map(price -> price.negate().toPlainString())
                        .orElse(null),
                "USD",
                ApiRoutes.VERSION,
                Dates.rfc2822(text.created()),
                Dates.rfc2822(progress.updated()),
                Dates.rfc2822(progress.sent()),
                path + ".json",
                Map.of("media", path + "/Media.json"));
    }

    /** A messaging service counts when it has chosen a sender. */
    private static String segments(Text text) {
        boolean counted = text.status() != Status.ACCEPTED && text.status() != Status.SCHEDULED;
        return counted ? String.valueOf(text.content().segments()) : "0";
    }
}
