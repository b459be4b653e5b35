package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Brand;
import io.cloudpbx.sandbox.state.Campaign;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.SenderRegistration;
import io.cloudpbx.sandbox.state.SenderRegistrations;
import io.cloudpbx.sandbox.state.TollfreeVerification;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the reviewers and registries that decide in the real world who may text Americans.
 *
 * <ul>
 *   <li>{@code GET/PUT/DELETE /sandbox/senders/{e164}}: what networks think of a number, {@code {"status": "IN_REVIEW"}}
 *   <li>{@code PUT /sandbox/registrations/{sid}}: moves a verification ({@code HH}), brand ({@code BN}) or campaign
 *       ({@code QE}) to one of Twilio's statuses, {@code {"status": "TWILIO_REJECTED", "reason": "…"}}
 * </ul>
 */
public final class RegistrationRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final SenderRegistrations registrations;
    private final Clock clock;

    public RegistrationRoutes(CarrierState state, Clock clock) {
        this.registrations = state.senderRegistrations();
        this.clock = clock;
    }

    public void register(JavalinConfig config) {
        config.routes.get("/sandbox/senders/{number}", this::show);
        config.routes.put("/sandbox/senders/{number}", this::set);
        config.routes.delete("/sandbox/senders/{number}", this::unset);
        config.routes.put("/sandbox/registrations/{sid}", this::decide);
    }

    private void show(Context ctx) {
        SenderRegistration sender = registrations.of(ctx.pathParam("number"));
        Integer code = sender.refusal().isPresent() ? sender.refusal().getAsInt() : null;
        answer(ctx, new Sender(sender.phoneNumber(), sender.tollFree(), sender.status(), code));
    }

    private record Sender(
            String phoneNumber,
            boolean tollFree,
            SenderRegistration.Status status,
            @Nullable Integer errorCode) {}

    private void set(Context ctx) {
        String number = ctx.pathParam("number");
        if (!E164.matcher(number).matches()) {
            refuse(ctx, 400, number + " is not an E.164 number");
            return;
        }
        decision(ctx)
                .flatMap(decision -> status(ctx, SenderRegistration.Status.class, decision))
                .ifPresent(status -> {
                    registrations.set(number, status);
                    show(ctx);
                });
    }

    private void unset(Context ctx) {
        registrations.unset(ctx.pathParam("number"));
        ctx.status(204);
    }

    private record Decision(
            @Nullable String status, @Nullable String reason) {}

    private void decide(Context ctx) {
        decision(ctx).ifPresent(decision -> {
            switch (ctx.pathParam("sid")
                    .substring(0, Math.min(2, ctx.pathParam("sid").length()))) {
                case "HH" -> decideVerification(ctx, decision);
                case "BN" -> decideBrand(ctx, decision);
                case "QE" -> decideCampaign(ctx, decision);
                default -> unknown(ctx);
            }
        });
    }

    private void decideVerification(Context ctx, Decision decision) {
        Optional<TollfreeVerification> before = registrations.verifications().get(ctx.pathParam("sid"));
        before.ifPresentOrElse(
                verification -> status(ctx, TollfreeVerification.Status.class, decision)
                        .ifPresent(status -> {
                            boolean rejected = status == TollfreeVerification.Status.TWILIO_REJECTED;
                            String reason = rejected ? reason(decision) : null;
                            registrations
                                    .verifications()
                                    .put(verification.sid(), verification.reviewed(status, reason, clock.instant()));
                            answer(ctx, new Decided(verification.sid(), status.name(), reason));
                        }),
                () -> unknown(ctx));
    }

    private void decideBrand(Context ctx, Decision decision) {
        Optional<Brand> before = registrations.brands().get(ctx.pathParam("sid"));
        before.ifPresentOrElse(
                brand -> status(ctx, Brand.Status.class, decision).ifPresent(status -> {
                    String reason = status == Brand.Status.FAILED ? reason(decision) : null;
                    registrations.brands().put(brand.sid(), brand.decided(status, reason, clock.instant()));
                    answer(ctx, new Decided(brand.sid(), status.name(), reason));
                }),
                () -> unknown(ctx));
    }

    private void decideCampaign(Context ctx, Decision decision) {
        Optional<Campaign> before = registrations.campaigns().get(ctx.pathParam("sid"));
        before.ifPresentOrElse(
                campaign -> status(ctx, Campaign.Status.class, decision).ifPresent(status -> {
                    registrations.campaigns().put(campaign.sid(), campaign.decided(status, clock.instant()));
                    answer(ctx, new Decided(campaign.sid(), status.name(), null));
                }),
                () -> unknown(ctx));
    }

    private record Decided(
            String sid, String status, @Nullable String reason) {}

    private static String reason(Decision decision) {
        return decision.reason() == null ? "The information does not suffice" : decision.reason();
    }

    private static Optional<Decision> decision(Context ctx) {
        try {
            return Optional.of(JSON.readValue(ctx.body(), Decision.class));
        } catch (JacksonException unreadable) {
            refuse(ctx, 400, "Not a decision: " + unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> status(Context ctx, Class<E> type, Decision decision) {
        for (E status : type.getEnumConstants()) {
            if (status.name().equals(decision.status())) {
                return Optional.of(status);
            }
        }
        refuse(ctx, 400, "status is not one of " + java.util.Arrays.toString(type.getEnumConstants()));
        return Optional.empty();
    }

    private static void unknown(Context ctx) {
        refuse(ctx, 404, "No registration " + ctx.pathParam("sid") + " is known");
    }

    private static void answer(Context ctx, Object body) {
        ctx.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(body));
    }

    private static void refuse(Context ctx, int status, String message) {
        answer(ctx.status(status), new Refusal(status, message));
    }

    private record Refusal(int status, String message) {}
}
