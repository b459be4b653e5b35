package io.cloudpbx.sandbox.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.time.Stepping;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /sandbox/time}: the carrier's clock, its speed, and moving it by hand; not Twilio's API. */
public final class TimeRoutes {
    private static final double STEP_MAX_SECONDS = Duration.ofDays(31).toSeconds();

    private final SandboxClock clock;

    public TimeRoutes(SandboxClock clock) {
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        routes.get("/sandbox/time", this::tell);
        routes.put("/sandbox/time", this::set);
        routes.post("/sandbox/time/advance", this::advance);
    }

    private enum Mode {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("stepped")
        STEPPED
    }

    private record Time(Instant now, Mode mode, double speed) {}

    /** What is not said stays as it is. */
    private record Setting(@Nullable Mode mode, @Nullable Double speed) {}

    private record Step(@Nullable Double seconds) {}

    private void tell(Context ctx) {
        Control.answer(ctx, new Time(clock.instant(), mode(), clock.speed()));
    }

    private Mode mode() {
        return clock.isStepped() ? Mode.STEPPED : Mode.RUNNING;
    }

    private void set(Context ctx) {
        Setting wanted = Control.body(ctx, Setting.class);
        double speed = wanted.speed() == null ? clock.speed() : wanted.speed();
        Mode mode = wanted.mode() == null ? mode() : wanted.mode();
        try {
            switch (mode) {
                case RUNNING -> clock.run(speed);
                case STEPPED -> clock.stand(speed);
            }
        } catch (IllegalArgumentException e) {
            throw ControlProblem.invalid("speed", String.valueOf(e.getMessage()));
        } catch (Stepping.NotNow e) {
            throw ControlProblem.conflict(String.valueOf(e.getMessage()));
        }
        tell(ctx);
    }

    private void advance(Context ctx) throws InterruptedException {
        Double seconds = Control.body(ctx, Step.class).seconds();
        if (seconds == null) {
            throw ControlProblem.invalid("seconds", "Is required");
        }
        if (!(seconds >= 0 && seconds <= STEP_MAX_SECONDS)) {
            throw ControlProblem.invalid("seconds", "Must be from 0 to " + (long) STEP_MAX_SECONDS);
        }
        try {
            clock.advance(Duration.ofNanos((long) (seconds * 1_000_000_000)));
        } catch (Stepping.NotNow e) {
            throw ControlProblem.conflict(String.valueOf(e.getMessage()));
        }
        tell(ctx);
    }
}
