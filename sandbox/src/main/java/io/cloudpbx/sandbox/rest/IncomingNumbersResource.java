package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.market.MarketNumber;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.Sids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code IncomingPhoneNumbers}: buying, changing and releasing numbers ({@code twilio.md} section 12). */
final class IncomingNumbersResource {
    private static final String PATH = ApiRoutes.ACCOUNT + "/IncomingPhoneNumbers";
    private static final Pattern AREA_CODE = Pattern.compile("\\d{3}");

    private final CarrierState state;
    private final Clock clock;
    private final Inventory inventory;
    private final Listing<IncomingNumber> listing =
            new Listing<>("incoming_phone_numbers", IncomingNumber::sid, this::body);

    IncomingNumbersResource(CarrierState state, Clock clock, Inventory inventory) {
        this.state = state;
        this.clock = clock;
        this.inventory = inventory;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", ctx -> create(ctx, number -> true));
        routes.get(PATH + ".json", ctx -> list(ctx, number -> true));
        routes.post(PATH + "/Local.json", ctx -> create(ctx, IncomingNumbersResource::isLocal));
        routes.get(PATH + "/Local.json", ctx -> list(ctx, IncomingNumbersResource::isLocal));
        routes.post(PATH + "/TollFree.json", ctx -> create(ctx, Inventory::isTollFree));
        routes.get(PATH + "/TollFree.json", ctx -> list(ctx, Inventory::isTollFree));
        routes.get(PATH + "/Mobile.json", ctx -> list(ctx, number -> false));
        routes.get(PATH + "/{sid}.json", ctx -> Json.write(ctx, 200, body(number(ctx))));
        routes.post(PATH + "/{sid}.json", this::update);
        routes.delete(PATH + "/{sid}.json", this::delete);
    }

    private IncomingNumberBody body(IncomingNumber number) {
        return IncomingNumberBody.of(number, state.addresses().emergencyStatusOf(number, clock.instant()));
    }

    private static boolean isLocal(String phoneNumber) {
        return !Inventory.isTollFree(phoneNumber);
    }

    private void create(Context ctx, Predicate<String> ofType) {
        Parameters parameters = Parameters.of(ctx);
        Optional<String> wanted = parameters.text("PhoneNumber");
        String phoneNumber = wanted.isPresent()
                ? purchasable(wanted.get(), ofType)
                : parameters
                        .text("AreaCode")
                        .map(this::anyIn)
                        .orElseThrow(() -> ApiError.invalid(21421, "PhoneNumber or AreaCode is required"));
        Instant now = clock.instant();
        IncomingNumber number = new NumberSettings(state, parameters)
                .applyTo(unset(ApiRoutes.account(ctx).sid(), phoneNumber, now), now);
        if (!state.buy(number)) {
            throw unavailable(phoneNumber);
        }
        Json.write(ctx, 201, body(number));
    }

    private String purchasable(String text, Predicate<String> ofType) {
        String phoneNumber = PhoneNumbers.parse(text)
                .filter(ofType)
                .orElseThrow(() -> ApiError.invalid(21421, text + " is not a valid number"));
        MagicNumbers.refusePurchase(phoneNumber);
        boolean sold = phoneNumber.equals(MagicNumbers.GOOD)
                || inventory.find(phoneNumber).isPresent();
        if (!sold || phoneNumber.equals(Inventory.GONE_ON_PURCHASE)) {
            throw unavailable(phoneNumber);
        }
        return phoneNumber;
    }

    private static ApiError unavailable(String phoneNumber) {
        return ApiError.invalid(21422, phoneNumber + " is not available.");
    }

    private String anyIn(String areaCode) {
        if (!AREA_CODE.matcher(areaCode).matches()) {
            throw ApiError.invalid(21451, areaCode + " is not a valid area code");
        }
        if (areaCode.equals("500")) {
            return MagicNumbers.GOOD;
        }
        return inventory
                .listed(MarketNumber.Kind.LOCAL, number -> number.isIn(areaCode))
                .map(MarketNumber::phoneNumber)
                .filter(number -> !number.equals(Inventory.GONE_ON_PURCHASE))
                .filter(number -> state.number(number).isEmpty())
                .findFirst()
                .orElseThrow(() -> ApiError.invalid(21452, "No phone numbers found in area code " + areaCode));
    }

    private static IncomingNumber unset(String accountSid, String phoneNumber, Instant now) {
        return new IncomingNumber(
                Sids.next("PN"),
                accountSid,
                phoneNumber,
                PhoneNumbers.display(phoneNumber),
                Hooks.NONE,
                Hooks.NONE,
                null,
                "POST",
                now,
                now);
    }

    private void list(Context ctx, Predicate<String> ofType) {
        Predicate<IncomingNumber> wanted = wanted(Parameters.of(ctx));
        List<IncomingNumber> numbers = state.numbers().reversed().stream()
                .filter(number ->
                        number.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(number -> ofType.test(number.phoneNumber()))
                .filter(wanted)
                .toList();
        listing.answer(ctx, numbers);
    }

    private static Predicate<IncomingNumber> wanted(Parameters parameters) {
        Optional<Pattern> pattern = parameters.text("PhoneNumber").map(NumberPattern::compile);
        Optional<String> name = parameters.text("FriendlyName");
        boolean ours = parameters.text("Origin").map("twilio"::equals).orElse(true);
        return number -> ours
                && pattern.map(digits -> digits.matcher(number.phoneNumber()).find())
                        .orElse(true)
                && name.map(number.friendlyName()::equals).orElse(true);
    }

    private void update(Context ctx) {
        IncomingNumber changed = new NumberSettings(state, Parameters.of(ctx)).applyTo(number(ctx), clock.instant());
        state.save(changed);
        Json.write(ctx, 200, body(changed));
    }

    private void delete(Context ctx) {
        state.release(number(ctx));
        ctx.status(204);
    }

    private IncomingNumber number(Context ctx) {
        return state.numberBySid(ctx.pathParam("sid"))
                .filter(number ->
                        number.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
