package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.ApiKey;
import io.cloudpbx.sandbox.state.ApiKeys;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Keys}: an account's API keys ({@code twilio.md} section 11, Auth). */
final class KeysResource {
    private static final Listing<ApiKey> LISTING = new Listing<>("keys", ApiKey::sid, Body::of);
    private static final String PATH = ApiRoutes.ACCOUNT + "/Keys";
    private static final int NAME_MAX = 64;

    private final ApiKeys keys;
    private final Clock clock;

    KeysResource(CarrierState state, Clock clock) {
        this.keys = state.apiKeys();
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{sid}.json", ctx -> Json.write(ctx, 200, Body.of(key(ctx))));
        routes.post(PATH + "/{sid}.json", this::update);
        routes.delete(PATH + "/{sid}.json", this::delete);
    }

    private record Body(
            String sid,
            @Nullable String friendlyName,
            @Nullable String dateCreated,
            @Nullable String dateUpdated) {
        static Body of(ApiKey key) {
            return new Body(
                    key.sid(), key.friendlyName(), Dates.rfc2822(key.dateCreated()), Dates.rfc2822(key.dateUpdated()));
        }
    }

    /** The only answer with the secret. */
    private record NewBody(
            String sid,
            @Nullable String friendlyName,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String secret) {}

    private void create(Context ctx) {
        String name = name(ctx, "");
        var issued = keys.issue(ApiRoutes.account(ctx).sid(), name.isEmpty() ? null : name, clock.instant());
        Body body = Body.of(issued.key());
        Json.write(
                ctx,
                201,
                new NewBody(body.sid(), body.friendlyName(), body.dateCreated(), body.dateUpdated(), issued.secret()));
    }

    private static String name(Context ctx, String otherwise) {
        return Parameters.of(ctx).text("FriendlyName", NAME_MAX, otherwise);
    }

    private void list(Context ctx) {
        List<ApiKey> own = keys.all().reversed().stream()
                .filter(key -> key.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .toList();
        LISTING.answer(ctx, own);
    }

    private void update(Context ctx) {
        ApiKey before = key(ctx);
        ApiKey changed =
                before.named(name(ctx, Objects.requireNonNullElse(before.friendlyName(), "")), clock.instant());
        keys.save(changed);
        Json.write(ctx, 200, Body.of(changed));
    }

    private void delete(Context ctx) {
        keys.delete(key(ctx));
        ctx.status(204);
    }

    private ApiKey key(Context ctx) {
        return keys.find(ctx.pathParam("sid"))
                .filter(key -> key.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
