package io.cloudpbx.sandbox.control;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /sandbox/openapi.json}: what the sandbox's own controls are, for programs and people. */
public final class OpenApiRoute {
    private static final String RESOURCE = "/openapi/sandbox.json";

    private OpenApiRoute() {}

    public static void register(RoutesConfig routes) {
        byte[] description = read();
        routes.get(
                "/sandbox/openapi.json",
                ctx -> ctx.contentType("application/json; charset=utf-8").result(description));
    }

    private static byte[] read() {
        try (InputStream in = OpenApiRoute.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
