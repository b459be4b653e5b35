package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.MessagingService;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A messaging service as {@code messaging.twilio.com} shows it. */
record MessagingServiceBody(
        String sid,
        String accountSid,
        String friendlyName,
        @Nullable String inboundRequestUrl,
        String inboundMethod,
        @Nullable String fallbackUrl,
        String fallbackMethod,
        @Nullable String statusCallback,
        boolean stickySender,
        boolean mmsConverter,
        boolean smartEncoding,
        String scanMessageContent,
        boolean fallbackToLongCode,
        boolean areaCodeGeomatch,
        boolean synchronousValidation,
        long validityPeriod,
        boolean useInboundWebhookOnNumber,
        String usecase,
        boolean usAppToPersonRegistered,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        String url,
        Map<String, String> links) {

    static MessagingServiceBody of(MessagingService service, boolean registered) {
        MessagingService.Options options = service.options();
        return new MessagingServiceBody(
                service.sid(),
                service.accountSid(),
                service.friendlyName(),
                service.inbound().url(),
                service.inbound().method(),
                service.inbound().fallbackUrl(),
                service.inbound().fallbackMethod(),
                service.statusCallback(),
                options.stickySender(),
                options.mmsConverter(),
                options.smartEncoding(),
                "inherit",
                options.fallbackToLongCode(),
                options.areaCodeGeomatch(),
                options.synchronousValidation(),
                service.validityPeriod().toSeconds(),
                options.useInboundWebhookOnNumber(),
                service.usecase(),
                registered,
                Dates.iso8601(service.dateCreated()),
                Dates.iso8601(service.dateUpdated()),
                Product.MESSAGING.url("/Services/" + service.sid()),
                links(Product.MESSAGING.url("/Services/" + service.sid())));
    }

    private static Map<String, String> links(String url) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("phone_numbers", url + "/PhoneNumbers");
        links.put("short_codes", url + "/ShortCodes");
        links.put("alpha_senders", url + "/AlphaSenders");
        links.put("messages", url + "/Messages");
        links.put("us_app_to_person", url + "/Compliance/Usa2p");
        links.put("us_app_to_person_usecases", url + "/Compliance/Usa2p/Usecases");
        return links;
    }
}
