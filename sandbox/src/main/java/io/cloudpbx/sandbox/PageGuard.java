package io.cloudpbx.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.List;
import java.util.Set;

/**
 * Keeps other people's web pages away from the phone and the controls: a page elsewhere may reach loopback through the
 * browser that shows it, by a host name of its own (DNS rebinding) or by a WebSocket. The REST API needs no such guard:
 * it asks for credentials.
 */
final class PageGuard {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String policy;

    PageGuard(List<String> framedBy) {
        String ancestors = framedBy.isEmpty() ? "'none'" : String.join(" ", framedBy);
        this.policy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
                + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:;"
                + " base-uri 'none'; form-action 'self'; require-trusted-types-for 'script';"
                + " trusted-types lit-html; frame-ancestors "
                + ancestors;
    }

    void register(RoutesConfig routes) {
        for (String path : List.of("/phone/*", "/console/*", "/sandbox/*")) {
            routes.before(path, this::guard);
            routes.wsBeforeUpgrade(path, PageGuard::refuseStrangers);
        }
    }

    private void guard(Context ctx) {
        refuseStrangers(ctx);
        ctx.header("Content-Security-Policy", policy)
                .header("Permissions-Policy", "microphone=(self), camera=(), geolocation=()")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
    }

    private static void refuseStrangers(Context ctx) {
        String host = String.valueOf(ctx.header("Host"));
        String origin = ctx.header("Origin");
        boolean ours = LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
        if (!ours || (origin != null && !origin.equals("http://" + host))) {
            throw new ForbiddenResponse("This sandbox serves pages of its own only");
        }
    }
}
