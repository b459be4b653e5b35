package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.cloudpbx.sandbox.state.A2pLimits;
import io.cloudpbx.sandbox.state.Addresses;
import io.cloudpbx.sandbox.state.Brand;
import io.cloudpbx.sandbox.state.Campaign;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.PostalAddress;
import io.cloudpbx.sandbox.state.SenderRegistration;
import io.cloudpbx.sandbox.state.SenderRegistrations;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.state.TollfreeVerification;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays the reviewers and registries that decide in the real world who may text Americans.
 *
 * <ul>
 *   <li>{@code GET/PUT/DELETE /sandbox/senders/{e164}/registration}: what networks think of a number, {@code {"status":
 *       "IN_REVIEW"}}
 *   <li>{@code PUT /sandbox/registrations/{sid}}: moves a verification ({@code HH}), brand ({@code BN}) or campaign
 *       ({@code QE}) to one of Twilio's statuses, {@code {"status": "TWILIO_REJECTED", "reason": "…"}}, or decides whether
 *       the emergency registry takes an address ({@code AD}): {@code registered} or {@code registration-failure}
 *   <li>{@code GET/PUT/DELETE /sandbox/registrations/{sid}/limits}: what networks take from a campaign or brand, {@code
 *       {"segmentsPerDay": 2000}}
 * </ul>
 */
public final class RegistrationRoutes {
    private static final String SENDER = "/sandbox/senders/{number}/registration";
    private static final String LIMITS = "/sandbox/registrations/{sid}/limits";
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final SenderRegistrations registrations;
    private final Addresses addresses;
    private final Clock clock;

    public RegistrationRoutes(CarrierState state, Clock clock) {
        this.registrations = state.senderRegistrations();
        this.addresses = state.addresses();
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        routes.get(SENDER, ctx -> show(ctx, number(ctx)));
        routes.put(SENDER, this::set);
        routes.delete(SENDER, this::unset);
        routes.put("/sandbox/registrations/{sid}", this::decide);
        routes.get(LIMITS, ctx -> Control.answer(ctx, registrations.limitsOf(limited(ctx))));
        routes.put(LIMITS, this::limit);
        routes.delete(LIMITS, ctx -> {
            registrations.limit(limited(ctx), A2pLimits.NONE);
            ctx.status(204);
        });
    }

    private void show(Context ctx, String number) {
        SenderRegistration sender = registrations.of(number);
        Integer code = sender.refusal().isPresent() ? sender.refusal().getAsInt() : null;
        Control.answer(ctx, new Sender(number, sender.tollFree(), sender.status(), code));
    }

    /** @param errorCode with which texts from this number fail; null when they do not */
    private record Sender(
            String phoneNumber,
            boolean tollFree,
            SenderRegistration.Status status,
            @Nullable Integer errorCode) {}

    private void set(Context ctx) {
        String number = number(ctx);
        registrations.set(number, status(SenderRegistration.Status.class, Control.body(ctx, Decision.class)));
        show(ctx, number);
    }

    private void unset(Context ctx) {
        registrations.unset(number(ctx));
        ctx.status(204);
    }

    private static String number(Context ctx) {
        String number = ctx.pathParam("number");
        if (!E164.matcher(number).matches()) {
            throw ControlProblem.invalid("number", number + " is not an E.164 number");
        }
        return number;
    }

    private record Decision(
            @Nullable String status, @Nullable String reason) {
        String reasonOrUsual() {
            return reason == null ? "The information does not suffice" : reason;
        }
    }

    private void decide(Context ctx) {
        String sid = ctx.pathParam("sid");
        Decision decision = Control.body(ctx, Decision.class);
        Control.answer(
                ctx,
                switch (sid.substring(0, Math.min(2, sid.length()))) {
                    case "HH" -> decideVerification(sid, decision);
                    case "BN" -> decideBrand(sid, decision);
                    case "QE" -> decideCampaign(sid, decision);
                    case "AD" -> decideAddress(sid, decision);
                    default -> throw unknown(sid);
                });
    }

    private Decided decideVerification(String sid, Decision decision) {
        TollfreeVerification before = find(registrations.verifications(), sid);
        TollfreeVerification.Status status = status(TollfreeVerification.Status.class, decision);
        String reason = status == TollfreeVerification.Status.TWILIO_REJECTED ? decision.reasonOrUsual() : null;
        registrations.verifications().put(sid, before.reviewed(status, reason, clock.instant()));
        return new Decided(sid, status.name(), reason);
    }

    private Decided decideBrand(String sid, Decision decision) {
        Brand before = find(registrations.brands(), sid);
        Brand.Status status = status(Brand.Status.class, decision);
        String reason = status == Brand.Status.FAILED ? decision.reasonOrUsual() : null;
        registrations.brands().put(sid, before.decided(status, reason, clock.instant()));
        return new Decided(sid, status.name(), reason);
    }

    private Decided decideCampaign(String sid, Decision decision) {
        Campaign before = find(registrations.campaigns(), sid);
        Campaign.Status status = status(Campaign.Status.class, decision);
        registrations.campaigns().put(sid, before.decided(status, clock.instant()));
        return new Decided(sid, status.name(), null);
    }

    private Decided decideAddress(String sid, Decision decision) {
        PostalAddress before = addresses.find(sid).orElseThrow(() -> unknown(sid));
        String status = String.valueOf(decision.status());
        boolean refused = switch (status) {
            case "registered" -> false;
            case "registration-failure" -> true;
            default -> throw ControlProblem.invalid("status", "Must be registered or registration-failure");
        };
        addresses.save(before.decided(refused));
        return new Decided(sid, status, null);
    }

    private record Decided(
            String sid, String status, @Nullable String reason) {}

    private String limited(Context ctx) {
        String sid = ctx.pathParam("sid");
        if (registrations.campaigns().get(sid).isEmpty()
                && registrations.brands().get(sid).isEmpty()) {
            throw ControlProblem.notFound("No brand or campaign " + sid + " is known");
        }
        return sid;
    }

    private void limit(Context ctx) {
        String sid = limited(ctx);
        A2pLimits limits = Control.body(ctx, A2pLimits.class);
        requireLimit("segmentsPerSecond", limits.segmentsPerSecond());
        requireLimit("segmentsPerDay", limits.segmentsPerDay());
        if (limits.segmentsPerSecond() != null
                && registrations.brands().get(sid).isPresent()) {
            throw ControlProblem.invalid("segmentsPerSecond", "A rate belongs to a campaign");
        }
        registrations.limit(sid, limits);
        Control.answer(ctx, limits);
    }

    private static void requireLimit(String field, @Nullable Integer segments) {
        if (segments != null && segments < 0) {
            throw ControlProblem.invalid(field, "Must not be negative");
        }
    }

    private static <T> T find(Table<T> table, String sid) {
        return table.get(sid).orElseThrow(() -> unknown(sid));
    }

    private static ControlProblem unknown(String sid) {
        return ControlProblem.notFound("No verification, brand, campaign or address " + sid + " is known");
    }

    private static <E extends Enum<E>> E status(Class<E> type, Decision decision) {
        for (E status : type.getEnumConstants()) {
            if (status.name().equals(decision.status())) {
                return status;
            }
        }
        throw ControlProblem.invalid("status", "Must be one of " + Arrays.toString(type.getEnumConstants()));
    }
}
