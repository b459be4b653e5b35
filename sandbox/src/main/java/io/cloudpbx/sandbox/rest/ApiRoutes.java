package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.billing.Bill;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.media.MediaHost;
import io.cloudpbx.sandbox.message.TextRefused;
import io.cloudpbx.sandbox.message.Texting;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything under {@code /2010-04-01}, and the other hosts of {@link Product}. */
public final class ApiRoutes {
    static final String VERSION = "2010-04-01";
    static final String ACCOUNT = "/" + VERSION + "/Accounts/{account}";

    private static final Logger LOG = LoggerFactory.getLogger(ApiRoutes.class);
    private static final long REQUEST_LIMIT = 64 * 1024;

    private final CarrierState state;
    private final Clock clock;
    private final Exchange exchange;
    private final Texting texting;
    private final MediaHost mediaHost;
    private final Supplier<String> publicUrl;

    /** @param publicUrl where clients reach the API, without a slash at the end */
    public ApiRoutes(
            CarrierState state,
            Clock clock,
            Exchange exchange,
            Texting texting,
            MediaHost mediaHost,
            Supplier<String> publicUrl) {
        this.state = state;
        this.clock = clock;
        this.exchange = exchange;
        this.texting = texting;
        this.mediaHost = mediaHost;
        this.publicUrl = publicUrl;
    }

    public void register(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = REQUEST_LIMIT;
        HeadAsGet.register(config);
        var routes = config.routes;
        Inventory inventory = Inventory.standard();
        SignIn signIn = new SignIn(state);
        routes.before("/" + VERSION + "/*", ctx -> {
            signIn.require(ctx);
            refuseOtherAccounts(ctx);
        });
        Product.before(routes, signIn::require);
        new AccountResource().register(routes);
        new KeysResource(state, clock).register(routes);
        new ApplicationsResource(state, clock).register(routes);
        new AddressesResource(state, clock).register(routes);
        new OutgoingCallerIdsResource(state, clock, exchange).register(routes);
        new CallsResource(state, exchange).register(routes);
        new ConferencesResource(exchange).register(routes);
        new ParticipantsResource(state, exchange).register(routes);
        new ConferenceRecordingsResource(state, exchange).register(routes);
        new QueuesResource(exchange).register(routes);
        new IncomingNumbersResource(state, clock, inventory).register(routes);
        new AvailableNumbersResource(state, inventory).register(routes);
        new MessagesResource(state, clock, texting).register(routes);
        new RecordingsResource(state, clock, exchange, publicUrl).register(routes);
        new MessageMediaResource(texting, mediaHost).register(routes);
        new TranscriptionsResource(state).register(routes);
        new MessagingServicesResource(state, clock).register(routes);
        new PoolResource(state, clock).register(routes);
        new TollfreeVerificationsResource(state, clock).register(routes);
        new BrandsResource(state, clock).register(routes);
        new CampaignsResource(state, clock).register(routes);
        new LookupsResource(state, inventory).register(routes);
        new DialingPermissionsResource(state).register(routes);
        new UsageResource(new Bill(state, new BilledTexts(texting.store()), clock), clock).register(routes);
        routes.after("/" + VERSION + "/*", ApiRoutes::sayHowLongASoundIs);
        answerProblems(routes);
    }

    /** Players want to know it, and who asks by {@code HEAD} wants nothing else. */
    private static void sayHowLongASoundIs(Context ctx) {
        boolean sound = String.valueOf(ctx.res().getContentType()).startsWith("audio/");
        if (sound
                && ctx.resultInputStream() instanceof ByteArrayInputStream bytes
                && !ctx.res().isCommitted()) {
            ctx.res().setContentLength(bytes.available());
        }
    }

    private static void answerProblems(RoutesConfig routes) {
        routes.exception(ApiError.class, (error, ctx) -> answer(ctx, error));
        routes.exception(
                TextRefused.class,
                (refused, ctx) -> answer(
                        ctx, new ApiError(refused.status(), refused.code(), String.valueOf(refused.getMessage()))));
        routes.exception(HttpResponseException.class, ApiRoutes::answerRouter);
        routes.exception(Exception.class, (failure, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
            answer(ctx, new ApiError(500, 20500, "An internal server error has occurred"));
        });
    }

    /** {@code twilio.md} E12: another account answers 404. */
    private static void refuseOtherAccounts(Context ctx) {
        Account account = account(ctx);
        String[] path = ctx.path().split("/", -1);
        String asked = path.length > 3 ? path[3].replaceFirst("\\.json$", "") : account.sid();
        if (!asked.equals(account.sid())) {
            throw ApiError.notFound(ctx.path());
        }
    }

    /** The account whose credentials came with the request. */
    static Account account(Context ctx) {
        return SignIn.account(ctx);
    }

    private static void answer(Context ctx, ApiError error) {
        if (error.status() == 401) {
            ctx.header("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        Json.write(ctx, error.status(), error.body());
    }

    private static void answerRouter(HttpResponseException refusal, Context ctx) {
        answer(
                ctx,
                switch (refusal.getStatus()) {
                    case 404 -> ApiError.notFound(ctx.path());
                    case 405 -> new ApiError(405, 20004, "Method not allowed");
                    default ->
                        new ApiError(
                                refusal.getStatus(), 20000 + refusal.getStatus(), String.valueOf(refusal.getMessage()));
                });
    }
}
