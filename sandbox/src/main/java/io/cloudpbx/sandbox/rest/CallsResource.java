package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallChange;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code Calls} ({@code twilio.md} section 12). */
final class CallsResource {
    private static final Listing<Call> LISTING = new Listing<>("calls", Call::sid, CallBody::of);

    private final CarrierState state;
    private final Exchange exchange;

    CallsResource(CarrierState state, Exchange exchange) {
        this.state = state;
        this.exchange = exchange;
    }

    void register(RoutesConfig routes) {
        routes.post(ApiRoutes.ACCOUNT + "/Calls.json", this::create);
        routes.get(ApiRoutes.ACCOUNT + "/Calls.json", this::list);
        routes.get(ApiRoutes.ACCOUNT + "/Calls/{sid}.json", ctx -> Json.write(ctx, 200, CallBody.of(call(ctx))));
        routes.post(ApiRoutes.ACCOUNT + "/Calls/{sid}.json", this::update);
        routes.delete(ApiRoutes.ACCOUNT + "/Calls/{sid}.json", this::delete);
    }

    private void create(Context ctx) {
        var account = ApiRoutes.account(ctx);
        var order = new CallOrderForm(state, account, Parameters.of(ctx)).parse();
        try {
            Json.write(ctx, 201, CallBody.of(exchange.place(account, order)));
        } catch (Exchange.TooManyCalls e) {
            throw ApiError.invalid(10004, "Call concurrency limit exceeded");
        }
    }

    private void list(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        var startTime = Dates.filter(parameters, "StartTime");
        var endTime = Dates.filter(parameters, "EndTime");
        Predicate<Call> wanted = wanted(parameters);
        List<Call> calls = state.calls().reversed().stream()
                .filter(call -> call.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(wanted)
                .filter(call -> startTime.test(call.startTime()) && endTime.test(call.endTime()))
                .toList();
        LISTING.answer(ctx, calls);
    }

    private static Predicate<Call> wanted(Parameters parameters) {
        Optional<String> from = parameters.text("From").map(CallsResource::number);
        Optional<String> to = parameters.text("To").map(CallsResource::number);
        Optional<String> parent = parameters.text("ParentCallSid");
        Optional<Call.Status> status = parameters.text("Status").map(CallsResource::status);
        return call -> from.map(call.from()::equals).orElse(true)
                && to.map(call.to()::equals).orElse(true)
                && parent.map(sid -> sid.equals(call.parentCallSid())).orElse(true)
                && status.map(wanted -> wanted == call.status()).orElse(true);
    }

    private static String number(String text) {
        return PhoneNumbers.parse(text).orElse(text);
    }

    private static Call.Status status(String text) {
        return Arrays.stream(Call.Status.values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid(20001, "Status is not one of a call: " + text));
    }

    private void update(Context ctx) {
        Call call = call(ctx);
        try {
            Json.write(ctx, 200, CallBody.of(exchange.change(call, change(Parameters.of(ctx)))));
        } catch (Exchange.CallNotInProgress e) {
            throw ApiError.invalid(21220, "Call is not in-progress. Cannot redirect.");
        }
    }

    private static CallChange change(Parameters parameters) {
        Optional<String> status = parameters.text("Status");
        if (status.isPresent()) {
            return switch (status.get()) {
                case "completed" -> new CallChange.Complete();
                case "canceled" -> new CallChange.Cancel();
                default -> throw ApiError.invalid(20001, "Status must be canceled or completed");
            };
        }
        Optional<String> url = parameters.url("Url", 21205);
        if (url.isPresent()) {
            return new CallChange.Redirect(new WebhookTarget(
                    url.get(),
                    parameters.method("Method", "POST"),
                    parameters.url("FallbackUrl", 21205).orElse(null),
                    parameters.method("FallbackMethod", "POST")));
        }
        return CallOrderForm.twiml(parameters)
                .map(CallChange.RunTwiml::new)
                .orElseThrow(() -> ApiError.invalid(20001, "One of Url, Twiml and Status is required"));
    }

    private void delete(Context ctx) {
        Call call = call(ctx);
        if (!call.status().isFinal()) {
            throw new ApiError(409, 20009, "Call " + call.sid() + " cannot be deleted before it has ended");
        }
        state.delete(call);
        ctx.status(204);
    }

    private Call call(Context ctx) {
        return find(state, ctx, ctx.pathParam("sid"));
    }

    /** The account's own call. */
    static Call find(CarrierState state, Context ctx, String sid) {
        return state.call(sid)
                .filter(call -> call.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
