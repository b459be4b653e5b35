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
 * sends the bare path, of which no two of the imitated hosts have the same as a whole.
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
        roots().forEach(root -> routes.get(root + path, own(handler)));
    }

    void post(RoutesConfig routes, String path, Handler handler) {
        roots().forEach(root -> routes.post(root + path, own(handler)));
    }

    void delete(RoutesConfig routes, String path, Handler handler) {
        roots().forEach(root -> routes.delete(root + path, own(handler)));
    }

    /** What was meant for another host of Twilio's, which has no such path, must not succeed here. */
    private Handler own(Handler handler) {
        return ctx -> {
            if (meant(ctx).filter(host -> !host.equals(host())).isPresent()) {
                throw ApiError.notFound(ctx.path());
            }
            handler.handle(ctx);
        };
    }

    /** Runs before every request to any product. */
    static void before(RoutesConfig routes, Handler handler) {
        Arrays.stream(values())
                .flatMap(product -> product.roots().stream())
                .distinct()
                .forEach(root -> routes.before(root + "/*", ctx -> {
                    refuseUnknown(ctx);
                    handler.handle(ctx);
                }));
    }

    private static void refuseUnknown(Context ctx) {
        meant(ctx)
                .filter(host -> !host.equals("api")
                        && Arrays.stream(values())
                                .noneMatch(product -> product.host().equals(host)))
                .ifPresent(host -> {
                    throw ApiError.notImitated(host + ".twilio.com");
                });
    }

    /** The host of Twilio's that a client had in mind; empty where it named none. */
    private static Optional<String> meant(Context ctx) {
        String host = Optional.ofNullable(ctx.header("X-Twilio-Host")).orElse(String.valueOf(ctx.header("Host")));
        var twilio = TWILIO.matcher(host.toLowerCase(Locale.ROOT));
        return twilio.matches() ? Optional.of(twilio.group(1)) : Optional.empty();
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
