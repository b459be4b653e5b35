package io.cloudpbx.sandbox.ledger;

import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /sandbox/ledger}; not Twilio's API. */
public final class LedgerRoutes {
    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 1_000;
    private static final Map<String, Class<? extends Fact>> KINDS = Map.of(
            Fact.TEXT_DELIVERED, Fact.TextDelivered.class,
            Fact.TEXT_RECEIVED, Fact.TextReceived.class,
            Fact.RATE_EXCEEDED, Fact.RateExceeded.class,
            Fact.CALL_SILENCE, Fact.CallSilence.class,
            Fact.CALLBACK, Fact.Callback.class);

    private final Ledger ledger;

    public LedgerRoutes(Ledger ledger) {
        this.ledger = ledger;
    }

    public void register(RoutesConfig routes) {
        routes.get("/sandbox/ledger", this::entries);
    }

    private void entries(Context ctx) {
        long after = Control.number(ctx, "after", 0, Long.MAX_VALUE, 0);
        int limit = (int) Control.number(ctx, "limit", 1, LIMIT_MAX, LIMIT);
        Ledger.Page page = ledger.read(after, limit, wanted(ctx.queryParam("kind")));
        Control.answer(
                ctx, new Entries(page.entries().stream().map(LedgerLine::tree).toList(), page.next()));
    }

    private record Entries(List<JsonNode> entries, long next) {}

    private static Predicate<Fact> wanted(@Nullable String kind) {
        if (kind == null) {
            return fact -> true;
        }
        Class<? extends Fact> type = KINDS.get(kind);
        if (type == null) {
            throw ControlProblem.invalid(
                    "kind",
                    "Must be one of "
                            + String.join(", ", KINDS.keySet().stream().sorted().toList()));
        }
        return type::isInstance;
    }
}
