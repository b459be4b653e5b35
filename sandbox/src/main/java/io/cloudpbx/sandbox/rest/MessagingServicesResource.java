package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.Sids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code messaging.twilio.com/v1/Services} ({@code twilio.md} section 12). */
final class MessagingServicesResource {
    private static final String PATH = "/Services";

    private final CarrierState state;
    private final Clock clock;
    private final MetaListing<MessagingService> listing;

    MessagingServicesResource(CarrierState state, Clock clock) {
        this.state = state;
        this.clock = clock;
        this.listing = new MetaListing<>(Product.MESSAGING, "services", MessagingService::sid, this::body);
    }

    void register(RoutesConfig routes) {
        Product.MESSAGING.post(routes, PATH, this::create);
        Product.MESSAGING.get(routes, PATH, this::list);
        Product.MESSAGING.get(routes, PATH + "/{service}", ctx -> Json.write(ctx, 200, body(find(state, ctx))));
        Product.MESSAGING.post(routes, PATH + "/{service}", this::update);
        Product.MESSAGING.delete(routes, PATH + "/{service}", this::delete);
    }

    private void create(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        parameters.required("FriendlyName");
        Instant now = clock.instant();
        MessagingService service = new MessagingServiceForm(parameters)
                .applyTo(unset(ApiRoutes.account(ctx).sid(), now), now);
        state.messagingServices().save(service);
        Json.write(ctx, 201, body(service));
    }

    private static MessagingService unset(String accountSid, Instant now) {
        return new MessagingService(
                Sids.next("MG"),
                accountSid,
                "",
                new Hook(null, "POST", null, "POST"),
                null,
                MessagingService.LONGEST_VALIDITY,
                MessagingService.Options.DEFAULT,
                "undeclared",
                now,
                now);
    }

    private void list(Context ctx) {
        List<MessagingService> services = state.messagingServices().all().reversed().stream()
                .filter(service ->
                        service.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .toList();
        listing.answer(ctx, services);
    }

    private void update(Context ctx) {
        MessagingService changed =
                new MessagingServiceForm(Parameters.of(ctx)).applyTo(find(state, ctx), clock.instant());
        state.messagingServices().save(changed);
        Json.write(ctx, 200, body(changed));
    }

    private void delete(Context ctx) {
        MessagingService service = find(state, ctx);
        state.messagingServices().delete(service);
        state.senderRegistrations()
                .campaignOf(service.sid())
                .ifPresent(campaign -> state.senderRegistrations().campaigns().remove(campaign.sid()));
        ctx.status(204);
    }

    private MessagingServiceBody body(MessagingService service) {
        return MessagingServiceBody.of(
                service, state.senderRegistrations().campaignOf(service.sid()).isPresent());
    }

    /** The account's own service that the path names. */
    static MessagingService find(CarrierState state, Context ctx) {
        return state.messagingServices()
                .find(ctx.pathParam("service"))
                .filter(service ->
                        service.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
