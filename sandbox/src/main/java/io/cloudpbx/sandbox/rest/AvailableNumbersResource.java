package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.market.AreaCode;
import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.market.MarketNumber;
import io.cloudpbx.sandbox.market.MarketNumber.Kind;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code AvailablePhoneNumbers}: what can be bought in the United States ({@code twilio.md} section 12, E17). */
final class AvailableNumbersResource {
    private static final String COUNTRIES = ApiRoutes.ACCOUNT + "/AvailablePhoneNumbers";
    private static final String PATH = COUNTRIES + "/{country}";
    private static final Parameters.Range PAGE_SIZE = new Parameters.Range(1, Integer.MAX_VALUE, 20001);
    private static final int PAGE_SIZE_DEFAULT = 50;
    private static final int PAGE_SIZE_MAX = 1_000;

    private final CarrierState state;
    private final Inventory inventory;

    AvailableNumbersResource(CarrierState state, Inventory inventory) {
        this.state = state;
        this.inventory = inventory;
    }

    void register(RoutesConfig routes) {
        routes.get(COUNTRIES + ".json", AvailableNumbersResource::countries);
        routes.get(PATH + ".json", AvailableNumbersResource::country);
        routes.get(PATH + "/Local.json", ctx -> list(ctx, Kind.LOCAL));
        routes.get(PATH + "/TollFree.json", ctx -> list(ctx, Kind.TOLL_FREE));
        // The United States have no mobile numbers of their own kind.
        routes.get(PATH + "/Mobile.json", ctx -> answer(ctx, Stream.of()));
    }

    private static void countries(Context ctx) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("uri", ctx.path());
        body.put("countries", List.of(Country.unitedStates(ctx)));
        Json.write(ctx, 200, body);
    }

    private static void country(Context ctx) {
        refuseOtherCountries(ctx);
        Json.write(ctx, 200, Country.unitedStates(ctx));
    }

    private record Country(
            String countryCode, String country, String uri, boolean beta, Map<String, String> subresourceUris) {
        static Country unitedStates(Context ctx) {
            String path = "/%s/Accounts/%s/AvailablePhoneNumbers/US"
                    .formatted(ApiRoutes.VERSION, ApiRoutes.account(ctx).sid());
            return new Country(
                    "US",
                    "United States",
                    path + ".json",
                    false,
                    Map.of("local", path + "/Local.json", "toll_free", path + "/TollFree.json"));
        }
    }

    private static void refuseOtherCountries(Context ctx) {
        String country = ctx.pathParam("country");
        if (!country.equals("US")) {
            throw ApiError.notImitated("The market of " + country);
        }
    }

    private void list(Context ctx, Kind kind) {
        Parameters parameters = Parameters.of(ctx);
        Predicate<MarketNumber> wanted = new AvailabilityFilter(parameters, inventory).parse();
        int size = Math.min(PAGE_SIZE_MAX, parameters.number("PageSize", PAGE_SIZE, PAGE_SIZE_DEFAULT));
        answer(
                ctx,
                inventory
                        .listed(kind, wanted)
                        .filter(number -> state.number(number.phoneNumber()).isEmpty())
                        .limit(size));
    }

    private static void answer(Context ctx, Stream<MarketNumber> numbers) {
        refuseOtherCountries(ctx);
        List<Body> bodies = numbers.map(Body::of).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("uri", ctx.path());
        body.put("available_phone_numbers", bodies);
        Json.write(ctx, 200, body);
    }

    private record Body(
            String friendlyName,
            String phoneNumber,
            @Nullable String lata,
            @Nullable String locality,
            @Nullable String rateCenter,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String region,
            @Nullable String postalCode,
            String isoCountry,
            String addressRequirements,
            boolean beta,
            Map<String, Boolean> capabilities) {
        static Body of(MarketNumber number) {
            Optional<AreaCode> place = Optional.ofNullable(number.place());
            return new Body(
                    PhoneNumbers.display(number.phoneNumber()),
                    number.phoneNumber(),
                    null,
                    place.map(AreaCode::locality).orElse(null),
                    place.map(AreaCode::rateCenter).orElse(null),
                    place.map(area -> "%.6f".formatted(area.latitude())).orElse(null),
                    place.map(area -> "%.6f".formatted(area.longitude())).orElse(null),
                    place.map(AreaCode::region).orElse(null),
                    place.map(AreaCode::postalCode).orElse(null),
                    "US",
                    "none",
                    false,
                    Capabilities.AVAILABLE);
        }
    }
}
