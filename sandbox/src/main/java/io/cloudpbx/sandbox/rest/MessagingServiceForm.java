package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.state.MessagingService;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a client may set on a messaging service. Absent parameters change nothing. */
final class MessagingServiceForm {
    private static final int NAME_MAX = 64;
    private static final Set<String> USECASES =
            Set.of("notifications", "marketing", "verification", "discussion", "poll", "undeclared");
    private static final Parameters.Range VALIDITY_SECONDS =
            new Parameters.Range(1, (int) MessagingService.LONGEST_VALIDITY.toSeconds(), 20001);

    private final Parameters parameters;

    MessagingServiceForm(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @throws ApiError when a setting is not valid */
    MessagingService applyTo(MessagingService before, Instant now) {
        return new MessagingService(
                before.sid(),
                before.accountSid(),
                parameters.text("FriendlyName", NAME_MAX, before.friendlyName()),
                inbound(before.inbound()),
                parameters.url("StatusCallback", 20001, before.statusCallback()),
                Duration.ofSeconds(parameters.number("ValidityPeriod", VALIDITY_SECONDS, (int)
                        before.validityPeriod().toSeconds())),
                options(before.options()),
                usecase(before.usecase()),
                before.dateCreated(),
                now);
    }

    private Hook inbound(Hook before) {
        return new Hook(
                parameters.url("InboundRequestUrl", 20001, before.url()),
                parameters.method("InboundMethod", before.method()),
                parameters.url("FallbackUrl", 20001, before.fallbackUrl()),
                parameters.method("FallbackMethod", before.fallbackMethod()));
    }

    private MessagingService.Options options(MessagingService.Options before) {
        return new MessagingService.Options(
                parameters.flag("StickySender", before.stickySender()),
                parameters.flag("SmartEncoding", before.smartEncoding()),
                parameters.flag("AreaCodeGeomatch", before.areaCodeGeomatch()),
                parameters.flag("MmsConverter", before.mmsConverter()),
                parameters.flag("FallbackToLongCode", before.fallbackToLongCode()),
                parameters.flag("SynchronousValidation", before.synchronousValidation()),
                parameters.flag("UseInboundWebhookOnNumber", before.useInboundWebhookOnNumber()));
    }

    private String usecase(String before) {
        String usecase = parameters.text("Usecase").orElse(before);
        if (!USECASES.contains(usecase)) {
            throw ApiError.invalid(20001, "Usecase is not one of %s: %s".formatted(USECASES, usecase));
        }
        return usecase;
    }
}
