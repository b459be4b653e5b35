package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.state.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What went wrong on the customer's side, as Twilio's debugger keeps it: the last 1,000 alerts. */
public final class Debugger {
    private static final int KEPT = 1_000;

    private final Table<Alert> alerts;
    private final Clock clock;
    private volatile Consumer<Alert> listener = alert -> {};

    public Debugger(CarrierState state, Clock clock) {
        this.alerts = state.table("alert", Alert.class);
        this.clock = clock;
    }

    /** How bad it was. */
    public enum Level {
        ERROR,
        WARNING
    }

    /** One entry; the code is Twilio's ({@code twilio.md} section 14). */
    public record Alert(
            String sid, Instant at, String accountSid, String resourceSid, int code, Level level, String message) {}

    public void report(String accountSid, String resourceSid, int code, Level level, String message) {
        Alert alert = new Alert(Sids.next("NO"), clock.instant(), accountSid, resourceSid, code, level, message);
        keep(alert);
        listener.accept(alert);
    }

    private synchronized void keep(Alert alert) {
        alerts.put(alert.sid(), alert);
        List<String> keys = List.copyOf(alerts.byKey().keySet());
        keys.stream().limit(Math.max(0, keys.size() - KEPT)).forEach(alerts::remove);
    }

    /** Is told of each alert when it is kept. */
    void listen(Consumer<Alert> told) {
        listener = told;
    }

    /** Oldest first. */
    public List<Alert> alerts() {
        return alerts.all();
    }
}
