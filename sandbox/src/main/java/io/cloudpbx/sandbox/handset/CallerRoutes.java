package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.call.CallerTraits;
import io.cloudpbx.sandbox.call.Handsets;
import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** How a handset's calls arrive: withheld, forwarded, attested; not Twilio's API. */
public final class CallerRoutes {
    private static final String PATH = "/sandbox/handsets/{number}/caller";

    private final Handsets handsets;

    public CallerRoutes(Handsets handsets) {
        this.handsets = handsets;
    }

    public void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> Control.answer(ctx, handsets.traitsOf(HandsetRoutes.handset(ctx))));
        routes.put(PATH, this::describe);
        routes.delete(PATH, ctx -> {
            handsets.describe(HandsetRoutes.handset(ctx), CallerTraits.NONE);
            ctx.status(204);
        });
    }

    private void describe(Context ctx) {
        String number = HandsetRoutes.handset(ctx);
        CallerTraits traits = Control.body(ctx, CallerTraits.class);
        traits.fault().ifPresent(field -> {
            throw ControlProblem.invalid(field, "No carrier would send this");
        });
        handsets.describe(number, traits);
        Control.answer(ctx, traits);
    }
}
