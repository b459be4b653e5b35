package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallLimits;
import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code PUT/DELETE /sandbox/accounts/{sid}/call-limit}: how many calls an account may have at once; not Twilio's API. */
public final class CallLimitRoutes {
    private static final String PATH = "/sandbox/accounts/{sid}/call-limit";

    private final CarrierState state;
    private final CallLimits limits;

    public CallLimitRoutes(CarrierState state, CallLimits limits) {
        this.state = state;
        this.limits = limits;
    }

    public void register(RoutesConfig routes) {
        routes.put(PATH, this::limit);
        routes.delete(PATH, ctx -> {
            limits.lift(account(ctx));
            ctx.status(204);
        });
    }

    private void limit(Context ctx) {
        CallLimits.Limit limit = Control.body(ctx, CallLimits.Limit.class);
        if (limit.callsAtOnce() < 0) {
            throw ControlProblem.invalid("callsAtOnce", "Must not be negative");
        }
        limits.set(account(ctx), limit);
        Control.answer(ctx, limit);
    }

    private String account(Context ctx) {
        String sid = ctx.pathParam("sid");
        if (state.findAccount(sid).isEmpty()) {
            throw ControlProblem.notFound("No account " + sid);
        }
        return sid;
    }
}
