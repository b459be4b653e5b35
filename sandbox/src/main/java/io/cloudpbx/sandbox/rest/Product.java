package io.cloudpbx.sandbox.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host of Twilio's beside {@code api.twilio.com}. All share this carrier's port ({@code twilio.md} E10): a client keeps
 * the host as the first element of the path ({@code /messaging/v1/Services}), or in the header {@code X-Twilio-Host}, or
 * sends the bare path, of which no two of the imitated hosts have the same.
 */
enum Product {
    MESSAGING("v1"),
    LOOKUPS("v2"),
    VOICE("v1");

    private static final Pattern TWILIO = Pattern.compile("([a-z-]+)\\.twilio\\.com(:\\d+)?");

    private final String version;

    Product(String version) {
        this.version = version;
    }

    private String host() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where this product's routes begin. */
    private List<String> roots() {
        return List.of("/" + version, "/" + host() + "/" + version);
    }

    void get(RoutesConfig routes, String path, Handler handler) {
        roots().forEach(root -> routes.get(root + path, handler));
    }

    void post(RoutesConfig routes, String path, Handler handler) {
        roots().forEach(root -> routes.post(root + path, handler));
    }

    void delete(RoutesConfig routes, String path, Handler handler) {
        roots().forEach(root -> routes.delete(root + path, handler));
    }

    /** Runs before every request to any product. */
    static void before(RoutesConfig routes, Handler handler) {
        for (Product product : values()) {
            product.roots()
                    .forEach(root -> routes.before(root + "/*", ctx -> {
                        product.refuseOthers(ctx);
                        handler.handle(ctx);
                    }));
        }
    }

    /** What was meant for a host of Twilio's that has no such path must not succeed here. */
    private void refuseOthers(Context ctx) {
        String meant = Optional.ofNullable(ctx.header("X-Twilio-Host"))
                .orElse(String.valueOf(ctx.header("Host")))
                .toLowerCase(Locale.ROOT);
        var twilio = TWILIO.matcher(meant);
        if (twilio.matches() && !twilio.group(1).equals(host())) {
            boolean known =
                    Arrays.stream(values()).anyMatch(product -> product.host().equals(twilio.group(1)));
            throw known || twilio.group(1).equals("api")
                    ? ApiError.notFound(ctx.path())
                    : ApiError.notImitated(twilio.group(1) + ".twilio.com");
        }
    }

    /** The address that Twilio would give, for a path with or without the host in front. */
    String publicUrl(String path) {
        String bare = path.startsWith("/" + host() + "/") ? path.substring(host().length() + 1) : path;
        return "https://" + host() + ".twilio.com" + bare;
    }

    /** The address of a resource below this product's version. */
    String url(String path) {
        return publicUrl("/" + version + path);
    }
}
