package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallOrder.StatusCallback;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.call.ValidationOrder;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CallerId;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code OutgoingCallerIds}: numbers of others that an account may show ({@code twilio.md} sections 7 and 11). */
final class OutgoingCallerIdsResource {
    private static final Listing<CallerId> LISTING = new Listing<>("outgoing_caller_ids", CallerId::sid, Body::of);
    private static final String PATH = ApiRoutes.ACCOUNT + "/OutgoingCallerIds";
    private static final int NAME_MAX = 64;
    private static final int CODES = 1_000_000;
    private static final Pattern EXTENSION = Pattern.compile("[0-9*#wW]{0,32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CarrierState state;
    private final Clock clock;
    private final Exchange exchange;

    OutgoingCallerIdsResource(CarrierState state, Clock clock, Exchange exchange) {
        this.state = state;
        this.clock = clock;
        this.exchange = exchange;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{sid}.json", ctx -> Json.write(ctx, 200, Body.of(callerId(ctx))));
        routes.post(PATH + "/{sid}.json", this::update);
        routes.delete(PATH + "/{sid}.json", this::delete);
    }

    private record Body(
            String sid,
            String accountSid,
            String friendlyName,
            String phoneNumber,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {
        static Body of(CallerId callerId) {
            return new Body(
                    callerId.sid(),
                    callerId.accountSid(),
                    callerId.friendlyName(),
                    callerId.phoneNumber(),
                    Dates.rfc2822(callerId.dateCreated()),
                    Dates.rfc2822(callerId.dateUpdated()),
                    "/%s/Accounts/%s/OutgoingCallerIds/%s.json"
                            .formatted(ApiRoutes.VERSION, callerId.accountSid(), callerId.sid()));
        }
    }

    private record ValidationRequest(
            String accountSid, String callSid, String friendlyName, String phoneNumber, String validationCode) {}

    /** Section 11: unlike other creates it answers 200, since nothing is there yet but a call. */
    private void create(Context ctx) {
        Account account = ApiRoutes.account(ctx);
        ValidationOrder order = order(account, Parameters.of(ctx));
        Call call = exchange.validate(account, order);
        Json.write(
                ctx,
                200,
                new ValidationRequest(
                        account.sid(), call.sid(), order.friendlyName(), order.phoneNumber(), order.code()));
    }

    private ValidationOrder order(Account account, Parameters parameters) {
        String number = number(account, parameters.required("PhoneNumber"));
        String extension = parameters.text("Extension").orElse("");
        if (!EXTENSION.matcher(extension).matches()) {
            throw ApiError.invalid(20001, "Extension may hold up to 32 of 0-9, *, # and w");
        }
        return new ValidationOrder(
                number,
                parameters.text("FriendlyName", NAME_MAX, PhoneNumbers.display(number)),
                "%06d".formatted(RANDOM.nextInt(CODES)),
                Duration.ofSeconds(parameters.number("CallDelay", new Parameters.Range(0, 60, 20001), 0)),
                extension,
                parameters
                        .url("StatusCallback", 21609)
                        .map(url -> new StatusCallback(
                                url, parameters.method("StatusCallbackMethod", "POST"), Set.of("completed")))
                        .orElse(null));
    }

    private String number(Account account, String text) {
        String number = PhoneNumbers.parse(text)
                .orElseThrow(() -> ApiError.invalid(21401, text + " is not a valid phone number"));
        MagicNumbers.refuseCalled(number);
        if (state.callerIds().verified(account.sid(), number).isPresent()) {
            throw ApiError.invalid(21450, "Phone number " + number + " is already validated for your account");
        }
        return number;
    }

    private void list(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        Optional<String> number = parameters
                .text("PhoneNumber")
                .map(text -> PhoneNumbers.parse(text).orElse(text));
        Optional<String> name = parameters.text("FriendlyName");
        List<CallerId> own = state.callerIds().all().reversed().stream()
                .filter(callerId ->
                        callerId.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(callerId -> number.map(callerId.phoneNumber()::equals).orElse(true))
                .filter(callerId -> name.map(callerId.friendlyName()::equals).orElse(true))
                .toList();
        LISTING.answer(ctx, own);
    }

    private void update(Context ctx) {
        CallerId before = callerId(ctx);
        String name = Parameters.of(ctx).text("FriendlyName", NAME_MAX, before.friendlyName());
        CallerId changed = before.named(name, clock.instant());
        state.callerIds().save(changed);
        Json.write(ctx, 200, Body.of(changed));
    }

    private void delete(Context ctx) {
        state.callerIds().delete(callerId(ctx));
        ctx.status(204);
    }

    private CallerId callerId(Context ctx) {
        return state.callerIds()
                .find(ApiRoutes.account(ctx).sid(), ctx.pathParam("sid"))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
