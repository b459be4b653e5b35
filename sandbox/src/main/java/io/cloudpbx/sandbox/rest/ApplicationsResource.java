package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Application;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Applications}: URLs that numbers, calls and texts share ({@code twilio.md} sections 2.1, 11 and 12). */
final class ApplicationsResource {
    private static final Listing<Application> LISTING = new Listing<>("applications", Application::sid, Body::of);
    private static final String PATH = ApiRoutes.ACCOUNT + "/Applications";

    private final CarrierState state;
    private final Clock clock;

    ApplicationsResource(CarrierState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{sid}.json", ctx -> Json.write(ctx, 200, Body.of(application(ctx))));
        routes.post(PATH + "/{sid}.json", this::update);
        routes.delete(PATH + "/{sid}.json", this::delete);
    }

    private record Body(
            String sid,
            String accountSid,
            @Nullable String friendlyName,
            String apiVersion,
            @Nullable String voiceUrl,
            String voiceMethod,
            @Nullable String voiceFallbackUrl,
            String voiceFallbackMethod,
            boolean voiceCallerIdLookup,
            @Nullable String statusCallback,
            String statusCallbackMethod,
            @Nullable String smsUrl,
            String smsMethod,
            @Nullable String smsFallbackUrl,
            String smsFallbackMethod,
            @Nullable String smsStatusCallback,
            @Nullable String messageStatusCallback,
            boolean publicApplicationConnectEnabled,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {
        static Body of(Application application) {
            return new Body(
                    application.sid(),
                    application.accountSid(),
                    application.friendlyName(),
                    ApiRoutes.VERSION,
                    application.voice().url(),
                    application.voice().method(),
                    application.voice().fallbackUrl(),
                    application.voice().fallbackMethod(),
                    false,
                    application.statusCallback(),
                    application.statusCallbackMethod(),
                    application.sms().url(),
                    application.sms().method(),
                    application.sms().fallbackUrl(),
                    application.sms().fallbackMethod(),
                    application.messageStatusCallback(),
                    application.messageStatusCallback(),
                    application.publicConnect(),
                    Dates.rfc2822(application.dateCreated()),
                    Dates.rfc2822(application.dateUpdated()),
                    "/%s/Accounts/%s/Applications/%s.json"
                            .formatted(ApiRoutes.VERSION, application.accountSid(), application.sid()));
        }
    }

    private void create(Context ctx) {
        Instant now = clock.instant();
        Application unset = new Application(
                Sids.next("AP"),
                ApiRoutes.account(ctx).sid(),
                null,
                Hooks.NONE,
                Hooks.NONE,
                null,
                "POST",
                null,
                false,
                now,
                now);
        Application made = new ApplicationForm(Parameters.of(ctx)).applyTo(unset, now);
        state.applications().save(made);
        Json.write(ctx, 201, Body.of(made));
    }

    private void list(Context ctx) {
        Optional<String> name = Parameters.of(ctx).text("FriendlyName");
        List<Application> own = state.applications().all().reversed().stream()
                .filter(application ->
                        application.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(application -> name.map(wanted -> wanted.equals(application.friendlyName()))
                        .orElse(true))
                .toList();
        LISTING.answer(ctx, own);
    }

    private void update(Context ctx) {
        Application changed = new ApplicationForm(Parameters.of(ctx)).applyTo(application(ctx), clock.instant());
        state.applications().save(changed);
        Json.write(ctx, 200, Body.of(changed));
    }

    private void delete(Context ctx) {
        state.applications().delete(application(ctx));
        ctx.status(204);
    }

    private Application application(Context ctx) {
        return state.applications()
                .find(ApiRoutes.account(ctx).sid(), ctx.pathParam("sid"))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
