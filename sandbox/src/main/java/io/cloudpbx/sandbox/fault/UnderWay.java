package io.cloudpbx.sandbox.fault;

import io.cloudpbx.sandbox.state.ApiKey;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The requests to the REST API that are under way; every answer says how many, and who it is ({@code twilio.md} section 15). */
public final class UnderWay {
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-f]{32}");

    private final CarrierState state;
    private final Map<String, Integer> byAccount = new ConcurrentHashMap<>();

    public UnderWay(CarrierState state) {
        this.state = state;
    }

    /** Returns how many of the account's requests are under way, with this one. */
    int begin(Context ctx) {
        int parallel = byAccount.merge(account(ctx), 1, Integer::sum);
        ctx.header("Twilio-Request-Id", Sids.next("RQ"));
        ctx.header("Twilio-Concurrent-Requests", String.valueOf(parallel));
        return parallel;
    }

    void end(Context ctx) {
        byAccount.computeIfPresent(account(ctx), (sid, count) -> count > 1 ? count - 1 : null);
    }

    /** The account that a request is about, or else the one that asks; empty when nobody says. */
    String account(Context ctx) {
        String[] path = ctx.path().split("/", -1);
        String asked = path.length > 3 ? path[3].replaceFirst("\\.json$", "") : "";
        return ACCOUNT.matcher(asked).matches() ? asked : accountOf(user(ctx));
    }

    private String accountOf(String user) {
        return state.apiKeys().find(user).map(ApiKey::accountSid).orElse(user);
    }

    private static String user(Context ctx) {
        try {
            var credentials = ctx.basicAuthCredentials();
            return credentials == null ? "" : credentials.getUsername();
        } catch (RuntimeException malformed) {
            return "";
        }
    }
}
