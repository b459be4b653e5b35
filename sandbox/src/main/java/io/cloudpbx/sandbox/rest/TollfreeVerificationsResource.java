package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.state.TollFree;
import io.cloudpbx.sandbox.state.TollfreeVerification;
import io.cloudpbx.sandbox.state.TollfreeVerification.Status;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code messaging.twilio.com/v1/Tollfree/Verifications} ({@code twilio.md} section 12). Nobody reviews here: the status
 * moves when it is told to.
 */
final class TollfreeVerificationsResource {
    private static final String PATH = "/Tollfree/Verifications";
    private static final List<String> REQUIRED = List.of(
            "BusinessName",
            "BusinessWebsite",
            "NotificationEmail",
            "UseCaseCategories",
            "UseCaseSummary",
            "ProductionMessageSample",
            "OptInImageUrls",
            "OptInType",
            "MessageVolume");

    private final CarrierState state;
    private final Table<TollfreeVerification> verifications;
    private final Clock clock;

    TollfreeVerificationsResource(CarrierState state, Clock clock) {
        this.state = state;
        this.verifications = state.senderRegistrations().verifications();
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        Product.MESSAGING.post(routes, PATH, this::create);
        Product.MESSAGING.get(routes, PATH, this::list);
        Product.MESSAGING.get(
                routes, PATH + "/{sid}", ctx -> Json.write(ctx, 200, TollfreeVerificationBody.of(find(ctx))));
        Product.MESSAGING.post(routes, PATH + "/{sid}", this::update);
        Product.MESSAGING.delete(routes, PATH + "/{sid}", this::delete);
    }

    private void create(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        IncomingNumber number = number(ctx, parameters.required("TollfreePhoneNumberSid"));
        Details details = details(Details.NONE, parameters);
        details.require(REQUIRED);
        if (verifications.all().stream().anyMatch(other -> other.numberSid().equals(number.sid()))) {
            throw ApiError.invalid(20001, number.phoneNumber() + " has a verification already");
        }
        var now = clock.instant();
        TollfreeVerification verification = new TollfreeVerification(
                Sids.next("HH"),
                number.accountSid(),
                number.sid(),
                number.phoneNumber(),
                Status.PENDING_REVIEW,
                details.texts(),
                details.lists(),
                null,
                now,
                now);
        verifications.put(verification.sid(), verification);
        Json.write(ctx, 201, TollfreeVerificationBody.of(verification));
    }

    private IncomingNumber number(Context ctx, String sid) {
        IncomingNumber number = state.numberBySid(sid)
                .filter(owned ->
                        owned.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.invalid(20001, "TollfreePhoneNumberSid is not a number of yours: " + sid));
        if (!TollFree.is(number.phoneNumber())) {
            throw ApiError.invalid(20001, number.phoneNumber() + " is not a toll-free number");
        }
        return number;
    }

    private static Details details(Details before, Parameters parameters) {
        return before.with(parameters, TollfreeVerificationBody.TEXTS, TollfreeVerificationBody.LISTS);
    }

    private void list(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        Optional<String> number = parameters.text("TollfreePhoneNumberSid");
        Optional<String> status = parameters.text("Status");
        Optional<String> reference = parameters.text("ExternalReferenceId");
        var wanted = verifications.all().reversed().stream()
                .filter(verification -> isOwn(ctx, verification))
                .filter(verification ->
                        number.map(verification.numberSid()::equals).orElse(true))
                .filter(verification ->
                        status.map(verification.status().name()::equals).orElse(true))
                .filter(verification -> reference
                        .map(id -> id.equals(verification.texts().get("ExternalReferenceId")))
                        .orElse(true))
                .toList();
        new MetaListing<>(Product.MESSAGING, "verifications", TollfreeVerification::sid, TollfreeVerificationBody::of)
                .answer(ctx, wanted);
    }

    /** {@code twilio.md} section 12: answers 202, because it is reviewed anew. Only what was rejected can be edited. */
    private void update(Context ctx) {
        TollfreeVerification before = find(ctx);
        if (before.status() != Status.TWILIO_REJECTED) {
            throw ApiError.invalid(20001, "Only a rejected verification can be edited");
        }
        Details details = details(new Details(before.texts(), before.lists()), Parameters.of(ctx));
        TollfreeVerification changed = new TollfreeVerification(
                        before.sid(),
                        before.accountSid(),
                        before.numberSid(),
                        before.phoneNumber(),
                        before.status(),
                        details.texts(),
                        details.lists(),
                        null,
                        before.dateCreated(),
                        before.dateUpdated())
                .reviewed(Status.PENDING_REVIEW, null, clock.instant());
        verifications.put(changed.sid(), changed);
        Json.write(ctx, 202, TollfreeVerificationBody.of(changed));
    }

    private void delete(Context ctx) {
        verifications.remove(find(ctx).sid());
        ctx.status(204);
    }

    private TollfreeVerification find(Context ctx) {
        return verifications
                .get(ctx.pathParam("sid"))
                .filter(verification -> isOwn(ctx, verification))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private static boolean isOwn(Context ctx, TollfreeVerification verification) {
        return verification.accountSid().equals(ApiRoutes.account(ctx).sid());
    }
}
