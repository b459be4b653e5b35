package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.DialingPermissions;
import io.cloudpbx.sandbox.state.DialledCountry;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code PUT/DELETE /sandbox/accounts/{sid}/dialing-countries}: which countries an account may call; not Twilio's API. */
public final class DialingPermissionRoutes {
    private static final String PATH = "/sandbox/accounts/{sid}/dialing-countries";

    private final CarrierState state;

    public DialingPermissionRoutes(CarrierState state) {
        this.state = state;
    }

    public void register(RoutesConfig routes) {
        routes.put(PATH, this::allow);
        routes.delete(PATH, ctx -> {
            state.dialingPermissions().allowAll(account(ctx));
            ctx.status(204);
        });
    }

    private void allow(Context ctx) {
        String account = account(ctx);
        var allowed = Control.body(ctx, DialingPermissions.Allowed.class);
        for (String isoCode : allowed.countries()) {
            if (DialledCountry.ALL.stream()
                    .noneMatch(country -> country.isoCode().equals(isoCode))) {
                throw ControlProblem.invalid("countries", isoCode + " is no country that is known here");
            }
        }
        state.dialingPermissions().allow(account, allowed);
        Control.answer(ctx, allowed);
    }

    private String account(Context ctx) {
        String sid = ctx.pathParam("sid");
        if (state.findAccount(sid).isEmpty()) {
            throw ControlProblem.notFound("No account " + sid);
        }
        return sid;
    }
}
