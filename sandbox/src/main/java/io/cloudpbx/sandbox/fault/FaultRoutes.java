package io.cloudpbx.sandbox.fault;

import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /sandbox/faults}: faults are switched on and off; not Twilio's API. */
public final class FaultRoutes {
    private final Faults faults;

    public FaultRoutes(Faults faults) {
        this.faults = faults;
    }

    public void register(RoutesConfig routes) {
        routes.get("/sandbox/faults", ctx -> Control.answer(ctx, new Rules(faults.rules())));
        routes.post("/sandbox/faults", this::add);
        routes.delete("/sandbox/faults", ctx -> {
            faults.clear();
            ctx.status(204);
        });
        routes.delete("/sandbox/faults/{id}", this::remove);
    }

    private record Rules(List<FaultRule> faults) {}

    private void add(Context ctx) {
        FaultRule rule = faults.add(Control.body(ctx, FaultRule.class));
        Control.answer(ctx.status(201), rule);
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("id");
        if (!faults.remove(id)) {
            throw ControlProblem.notFound("There is no fault " + id);
        }
        ctx.status(204);
    }
}
