package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Brand;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Table;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code messaging.twilio.com/v1/a2p/BrandRegistrations} ({@code twilio.md} section 12). A mock brand is approved at once;
 * a real one waits until it is told what the registry decided.
 */
final class BrandsResource {
    private static final String PATH = "/a2p/BrandRegistrations";
    private static final Set<String> TYPES = Set.of("STANDARD", "SOLE_PROPRIETOR", "STARTER");

    /** On the scale to 100 by which networks grant their rates; a middling business. */
    private static final int SCORE = 50;

    private final Table<Brand> brands;
    private final Clock clock;

    BrandsResource(CarrierState state, Clock clock) {
        this.brands = state.senderRegistrations().brands();
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        Product.MESSAGING.post(routes, PATH, this::create);
        Product.MESSAGING.get(routes, PATH, this::list);
        Product.MESSAGING.get(routes, PATH + "/{sid}", ctx -> Json.write(ctx, 200, body(find(ctx))));
        Product.MESSAGING.post(routes, PATH + "/{sid}", this::sendInAgain);
    }

    private void create(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        String type = parameters.text("BrandType").orElse("STANDARD");
        if (!TYPES.contains(type)) {
            throw ApiError.invalid(20001, "BrandType is not one of %s: %s".formatted(TYPES, type));
        }
        boolean mock = parameters.flag("Mock", false);
        var now = clock.instant();
        Brand brand = new Brand(
                Sids.next("BN"),
                ApiRoutes.account(ctx).sid(),
                parameters.required("CustomerProfileBundleSid"),
                parameters.required("A2PProfileBundleSid"),
                type,
                mock,
                parameters.flag("SkipAutomaticSecVet", false),
                mock ? Brand.Status.APPROVED : Brand.Status.PENDING,
                null,
                now,
                now);
        brands.put(brand.sid(), brand);
        Json.write(ctx, 201, body(brand));
    }

    private void list(Context ctx) {
        var own = brands.all().reversed().stream()
                .filter(brand -> isOwn(ctx, brand))
                .toList();
        new MetaListing<>(Product.MESSAGING, "data", Brand::sid, BrandsResource::body).answer(ctx, own);
    }

    private void sendInAgain(Context ctx) {
        Brand before = find(ctx);
        if (before.status() != Brand.Status.FAILED) {
            throw ApiError.invalid(20001, "Only a failed brand can be sent in again");
        }
        Brand brand = before.decided(Brand.Status.PENDING, null, clock.instant());
        brands.put(brand.sid(), brand);
        Json.write(ctx, 200, body(brand));
    }

    private Brand find(Context ctx) {
        return brands.get(ctx.pathParam("sid"))
                .filter(brand -> isOwn(ctx, brand))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private static boolean isOwn(Context ctx, Brand brand) {
        return brand.accountSid().equals(ApiRoutes.account(ctx).sid());
    }

    private static Map<String, @Nullable Object> body(Brand brand) {
        boolean approved = brand.status() == Brand.Status.APPROVED;
        String url = Product.MESSAGING.url(PATH + "/" + brand.sid());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("sid", brand.sid());
        body.put("account_sid", brand.accountSid());
        body.put("customer_profile_bundle_sid", brand.customerProfileSid());
        body.put("a2p_profile_bundle_sid", brand.a2pProfileSid());
        body.put("brand_type", brand.type());
        body.put("status", brand.status().name());
        body.put("tcr_id", approved ? "B" + brand.sid().substring(2, 9).toUpperCase(java.util.Locale.ROOT) : null);
        body.put("failure_reason", brand.failureReason());
        body.put(
                "errors",
                brand.failureReason() == null ? List.of() : List.of(Map.of("description", brand.failureReason())));
        body.put("brand_score", approved ? SCORE : null);
        body.put("brand_feedback", List.of());
        body.put("identity_status", approved ? "VERIFIED" : null);
        body.put("russell_3000", false);
        body.put("government_entity", false);
        body.put("tax_exempt_status", null);
        body.put("skip_automatic_sec_vet", brand.skipAutomaticSecVet());
        body.put("mock", brand.mock());
        body.put("date_created", Dates.iso8601(brand.dateCreated()));
        body.put("date_updated", Dates.iso8601(brand.dateUpdated()));
        body.put("url", url);
        body.put("links", Map.of("brand_vettings", url + "/Vettings", "brand_registration_otps", url + "/SmsOtp"));
        return body;
    }
}
