package io.cloudpbx.sandbox.media;

import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Serves what is attached to texts at signed addresses on a port of its own: to a client that is another host than the
 * API's ({@code twilio.md} section 18, E8). Like the storage behind Twilio's it refuses a request that brings
 * credentials besides the signature, so that a client which does not drop them at the redirect is found out.
 */
public final class MediaHost implements AutoCloseable {
    private static final Duration VALID = Duration.ofHours(4);
    private static final int KEY_BYTES = 32;

    private final CarrierState state;
    private final Clock clock;
    private final byte[] key = new byte[KEY_BYTES];
    private final ReentrantLock starting = new ReentrantLock();
    private @Nullable Javalin server;

    /** Listens from the first address on that it is asked for: many a carrier never shows a picture. */
    public MediaHost(CarrierState state, Clock clock) {
        this.state = state;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** An address of this file for the next four hours of carrier time; who has it needs nothing else. */
    public String address(String sid, String contentType) {
        String expires = String.valueOf(clock.instant().plus(VALID).getEpochSecond());
        return "http://127.0.0.1:%d/%s?Type=%s&Expires=%s&Signature=%s"
                .formatted(
                        port(),
                        sid,
                        URLEncoder.encode(contentType, StandardCharsets.UTF_8),
                        expires,
                        signature(sid, contentType, expires));
    }

    private int port() {
        starting.lock();
        try {
            if (server == null) {
                server = start();
            }
            return server.port();
        } finally {
            starting.unlock();
        }
    }

    /** On any free port. */
    private Javalin start() {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.host = "127.0.0.1";
                    config.routes.get("/{sid}", this::serve);
                })
                .start(0);
    }

    private String signature(String sid, String contentType, String expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String said = sid + "\n" + contentType + "\n" + expires;
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private void serve(Context ctx) {
        String sid = ctx.pathParam("sid");
        String type = query(ctx, "Type");
        String expires = query(ctx, "Expires");
        if (ctx.header("Authorization") != null) {
            refuse(
                    ctx,
                    400,
                    "Only one way to sign in is allowed: the address is signed, the Authorization header is one too many");
        } else if (!same(signature(sid, type, expires), query(ctx, "Signature"))) {
            refuse(ctx, 403, "The signature does not match");
        } else if (Instant.ofEpochSecond(Long.parseLong(expires)).isBefore(clock.instant())) {
            refuse(ctx, 403, "The address has expired");
        } else {
            Optional<byte[]> bytes = state.attachment(sid);
            bytes.ifPresentOrElse(
                    file -> ctx.header("X-Content-Type-Options", "nosniff")
                            .contentType(type)
                            .result(file),
                    () -> refuse(ctx, 404, "Not found"));
        }
    }

    private static String query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Context ctx, int status, String reason) {
        ctx.status(status).contentType("text/plain; charset=utf-8").result(reason);
    }

    @Override
    public void close() {
        starting.lock();
        try {
            if (server != null) {
                server.stop();
            }
        } finally {
            starting.unlock();
        }
    }
}
