package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Addresses;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.PostalAddress;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code Addresses}, and the numbers that depend on them ({@code twilio.md} sections 11 and 19.4). */
final class AddressesResource {
    private static final Listing<PostalAddress> LISTING = new Listing<>("addresses", PostalAddress::sid, Body::of);
    private static final Listing<IncomingNumber> DEPENDENTS =
            new Listing<>("dependent_phone_numbers", IncomingNumber::sid, DependentNumberBody::of);
    private static final String PATH = ApiRoutes.ACCOUNT + "/Addresses";

    private final Addresses addresses;
    private final Clock clock;

    AddressesResource(CarrierState state, Clock clock) {
        this.addresses = state.addresses();
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{sid}.json", ctx -> Json.write(ctx, 200, Body.of(address(ctx))));
        routes.post(PATH + "/{sid}.json", this::update);
        routes.delete(PATH + "/{sid}.json", this::delete);
        routes.get(
                PATH + "/{sid}/DependentPhoneNumbers.json",
                ctx -> DEPENDENTS.answer(ctx, addresses.dependents(address(ctx)).reversed()));
    }

    /** @param validated whether emergency services could find it */
    private record Body(
            String sid,
            String accountSid,
            @Nullable String friendlyName,
            String customerName,
            String street,
            @Nullable String streetSecondary,
            String city,
            String region,
            String postalCode,
            String isoCountry,
            boolean emergencyEnabled,
            boolean validated,
            boolean verified,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {
        static Body of(PostalAddress address) {
            return new Body(
                    address.sid(),
                    address.accountSid(),
                    address.friendlyName(),
                    address.customerName(),
                    address.place().street(),
                    address.place().streetSecondary(),
                    address.place().city(),
                    address.place().region(),
                    address.place().postalCode(),
                    address.place().isoCountry(),
                    address.emergencyEnabled(),
                    address.emergencyEnabled(),
                    false,
                    Dates.rfc2822(address.dateCreated()),
                    Dates.rfc2822(address.dateUpdated()),
                    "/%s/Accounts/%s/Addresses/%s.json"
                            .formatted(ApiRoutes.VERSION, address.accountSid(), address.sid()));
        }
    }

    private void create(Context ctx) {
        PostalAddress made = new AddressForm(Parameters.of(ctx))
                .create(ApiRoutes.account(ctx).sid(), clock.instant());
        addresses.save(made);
        Json.write(ctx, 201, Body.of(made));
    }

    private void list(Context ctx) {
        List<PostalAddress> own = addresses.all().reversed().stream()
                .filter(address ->
                        address.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(wanted(Parameters.of(ctx)))
                .toList();
        LISTING.answer(ctx, own);
    }

    private static Predicate<PostalAddress> wanted(Parameters parameters) {
        Optional<String> customer = parameters.text("CustomerName");
        Optional<String> name = parameters.text("FriendlyName");
        Optional<String> country = parameters.text("IsoCountry");
        boolean either = !parameters.has("EmergencyEnabled");
        boolean emergency = parameters.flag("EmergencyEnabled", false);
        return address -> customer.map(address.customerName()::equals).orElse(true)
                && name.map(wanted -> wanted.equals(address.friendlyName())).orElse(true)
                && country.map(address.place().isoCountry()::equals).orElse(true)
                && (either || emergency == address.emergencyEnabled());
    }

    private void update(Context ctx) {
        PostalAddress changed = new AddressForm(Parameters.of(ctx)).applyTo(address(ctx), clock.instant());
        addresses.save(changed);
        Json.write(ctx, 200, Body.of(changed));
    }

    private void delete(Context ctx) {
        PostalAddress address = address(ctx);
        if (!addresses.dependents(address).isEmpty()) {
            throw new ApiError(409, 20409, "Address " + address.sid() + " is in use by a phone number");
        }
        addresses.delete(address);
        ctx.status(204);
    }

    private PostalAddress address(Context ctx) {
        return addresses
                .find(ApiRoutes.account(ctx).sid(), ctx.pathParam("sid"))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
