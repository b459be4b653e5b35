package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.ApiKey;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.http.Context;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who asks: an account by its token, or one of its programs by an API key ({@code twilio.md} section 11, E12). Such a
 * key, Twilio's "standard" one, opens everything of its account but the account itself and its keys.
 */
final class SignIn {
    private static final String ACCOUNT = "account";
    private static final Pattern FOR_THE_TOKEN_ONLY =
            Pattern.compile("/" + ApiRoutes.VERSION + "/Accounts(/[^/]+)?(\\.json|/Keys(/.*)?|/Keys\\.json)?");

    private final CarrierState state;

    SignIn(CarrierState state) {
        this.state = state;
    }

    /** @throws ApiError 401 with 20003 for wrong credentials, and for those that do not suffice */
    void require(Context ctx) {
        Account account = credentials(ctx)
                .flatMap(given -> byToken(given).or(() -> byKey(given, ctx.path())))
                .orElseThrow(() -> new ApiError(401, 20003, "Authenticate"));
        ctx.attribute(ACCOUNT, account);
    }

    private static Optional<BasicAuthCredentials> credentials(Context ctx) {
        try {
            return Optional.ofNullable(ctx.basicAuthCredentials());
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Account> byToken(BasicAuthCredentials given) {
        return state.findAccount(given.getUsername())
                .filter(known -> MessageDigest.isEqual(
                        known.authToken().getBytes(StandardCharsets.UTF_8),
                        given.getPassword().getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Account> byKey(BasicAuthCredentials given, String path) {
        return state.apiKeys()
                .find(given.getUsername(), given.getPassword())
                .filter(key -> !FOR_THE_TOKEN_ONLY.matcher(path).matches())
                .map(ApiKey::accountSid)
                .flatMap(state::findAccount);
    }

    /** The account whose credentials came with the request. */
    static Account account(Context ctx) {
        Account account = ctx.attribute(ACCOUNT);
        if (account == null) {
            throw new IllegalStateException("A route that needs no credentials");
        }
        return account;
    }
}
