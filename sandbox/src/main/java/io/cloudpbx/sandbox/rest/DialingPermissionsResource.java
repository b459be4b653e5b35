package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.DialingPermissions;
import io.cloudpbx.sandbox.state.DialledCountry;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code voice.twilio.com/v1/DialingPermissions/Countries}: which countries the account may call. It is read here, and set by
 * {@link DialingPermissionRoutes}; numbers of special services and such as fraud likes are called nowhere.
 */
final class DialingPermissionsResource {
    private static final String PATH = "/DialingPermissions/Countries";

    private final DialingPermissions permissions;

    DialingPermissionsResource(CarrierState state) {
        this.permissions = state.dialingPermissions();
    }

    void register(RoutesConfig routes) {
        Product.VOICE.get(routes, PATH, this::list);
        Product.VOICE.get(routes, PATH + "/{country}", this::fetch);
    }

    private void list(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        List<DialledCountry> wanted = DialledCountry.ALL.stream()
                .filter(country -> isAsked(parameters, "IsoCode", country.isoCode()))
                .filter(country -> isAsked(parameters, "Continent", country.continent()))
                .filter(country -> isAsked(parameters, "CountryCode", country.code()))
                .filter(country ->
                        isAsked(parameters, "LowRiskNumbersEnabled", String.valueOf(isAllowed(ctx, country))))
                .filter(country -> isAsked(parameters, "HighRiskSpecialNumbersEnabled", "false"))
                .filter(country -> isAsked(parameters, "HighRiskTollfraudNumbersEnabled", "false"))
                .toList();
        new MetaListing<>(Product.VOICE, "content", DialledCountry::isoCode, country -> body(ctx, country))
                .answer(ctx, wanted);
    }

    private static boolean isAsked(Parameters parameters, String name, String value) {
        return parameters.text(name).map(value::equalsIgnoreCase).orElse(true);
    }

    private void fetch(Context ctx) {
        String isoCode = ctx.pathParam("country").toUpperCase(Locale.ROOT);
        Json.write(
                ctx,
                200,
                DialledCountry.ALL.stream()
                        .filter(country -> country.isoCode().equals(isoCode))
                        .findFirst()
                        .map(country -> body(ctx, country))
                        .orElseThrow(() -> ApiError.notFound(ctx.path())));
    }

    private boolean isAllowed(Context ctx, DialledCountry country) {
        return permissions.isAllowed(ApiRoutes.account(ctx).sid(), country);
    }

    private Map<String, @Nullable Object> body(Context ctx, DialledCountry country) {
        String url = Product.VOICE.url(PATH + "/" + country.isoCode());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("iso_code", country.isoCode());
        body.put("name", country.name());
        body.put("continent", country.continent());
        body.put("country_codes", List.of("+" + country.code()));
        body.put("low_risk_numbers_enabled", isAllowed(ctx, country));
        body.put("high_risk_special_numbers_enabled", false);
        body.put("high_risk_tollfraud_numbers_enabled", false);
        body.put("url", url);
        body.put("links", Map.of("highrisk_special_prefixes", url + "/HighRiskSpecialPrefixes"));
        return body;
    }
}
