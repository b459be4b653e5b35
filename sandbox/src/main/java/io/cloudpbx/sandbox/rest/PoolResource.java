package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.MessagingServices;
import io.cloudpbx.sandbox.state.PoolMember;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of a messaging service: {@code Services/{MG}/PhoneNumbers}. */
final class PoolResource {
    /** What a service holds unless Twilio has agreed to more (21714). */
    private static final int POOL_SIZE = 400;

    private static final String PATH = "/Services/{service}/PhoneNumbers";

    private final CarrierState state;
    private final MessagingServices services;
    private final Clock clock;
    private final MetaListing<PoolMember> listing;

    PoolResource(CarrierState state, Clock clock) {
        this.state = state;
        this.services = state.messagingServices();
        this.clock = clock;
        this.listing = new MetaListing<>(Product.MESSAGING, "phone_numbers", PoolMember::numberSid, this::body);
    }

    void register(RoutesConfig routes) {
        Product.MESSAGING.post(routes, PATH, this::add);
        Product.MESSAGING.get(routes, PATH, this::list);
        Product.MESSAGING.get(routes, PATH + "/{number}", ctx -> Json.write(ctx, 200, body(member(ctx))));
        Product.MESSAGING.delete(routes, PATH + "/{number}", this::remove);
    }

    private void add(Context ctx) {
        MessagingService service = MessagingServicesResource.find(state, ctx);
        String wanted = Parameters.of(ctx).required("PhoneNumberSid");
        IncomingNumber number = state.numberBySid(wanted)
                .filter(owned ->
                        owned.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.invalid(21421, "PhoneNumber is invalid: " + wanted));
        if (services.members(service.sid()).size() >= POOL_SIZE) {
            throw ApiError.invalid(21714, "Messaging Service Number Pool size limit reached");
        }
        PoolMember member = new PoolMember(number.sid(), service.sid(), clock.instant());
        services.add(member).ifPresent(before -> {
            throw before.serviceSid().equals(service.sid())
                    ? new ApiError(409, 21710, "Phone Number or Short Code is already in the Messaging Service.")
                    : new ApiError(
                            409, 21712, "Phone Number or Short Code is associated with another Messaging Service.");
        });
        Json.write(ctx, 201, body(member));
    }

    private void list(Context ctx) {
        listing.answer(
                ctx,
                services.members(MessagingServicesResource.find(state, ctx).sid())
                        .reversed());
    }

    private void remove(Context ctx) {
        services.removeNumber(member(ctx).numberSid());
        ctx.status(204);
    }

    private PoolMember member(Context ctx) {
        MessagingService service = MessagingServicesResource.find(state, ctx);
        return services.member(ctx.pathParam("number"))
                .filter(member -> member.serviceSid().equals(service.sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private Body body(PoolMember member) {
        Optional<IncomingNumber> number = state.numberBySid(member.numberSid());
        return new Body(
                member.numberSid(),
                number.map(IncomingNumber::accountSid).orElse(""),
                member.serviceSid(),
                number.map(IncomingNumber::phoneNumber).orElse(""),
                "US",
                List.of("Voice", "SMS", "MMS"),
                Dates.iso8601(member.dateCreated()),
                Dates.iso8601(member.dateCreated()),
                Product.MESSAGING.url(
                        "/Services/%s/PhoneNumbers/%s".formatted(member.serviceSid(), member.numberSid())));
    }

    private record Body(
            String sid,
            String accountSid,
            String serviceSid,
            String phoneNumber,
            String countryCode,
            List<String> capabilities,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String url) {}
}
