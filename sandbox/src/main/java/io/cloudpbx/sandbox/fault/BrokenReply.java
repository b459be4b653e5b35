package io.cloudpbx.sandbox.fault;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Replies that are wrong, broken off or slow. */
final class BrokenReply {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PIECES_PER_SECOND = 20;

    private BrokenReply() {}

    /** In the shape of Twilio's errors; what stands before its servers knows no JSON. */
    static void error(Context ctx, What.Status status) {
        if (status.retryAfterSeconds() != null) {
            ctx.header("Retry-After", String.valueOf(status.retryAfterSeconds()));
        }
        ctx.status(status.status());
        if (status.code() == null && (status.status() == 502 || status.status() == 504)) {
            ctx.contentType("text/html")
                    .result("<html><body><h1>" + status.status() + " Bad Gateway</h1></body></html>");
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", status.codeOrOwn());
        body.put("message", status.message() == null ? usual(ctx, status.status()) : status.message());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + status.codeOrOwn());
        body.put("status", status.status());
        ctx.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(body));
    }

    private static String usual(Context ctx, int status) {
        return switch (status) {
            case 404 -> "The requested resource " + ctx.path() + " was not found";
            case 429 -> "Too Many Requests";
            case 500 -> "An internal server error has occurred";
            case 503 -> "Service unavailable";
            default -> "The request failed with status " + status;
        };
    }

    /** Closes the connection, with nothing more sent. */
    static void cut(Context ctx) {
        ctx.result(new byte[0]);
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    static void cutInTheMiddle(Context ctx) {
        byte[] body = body(ctx);
        sendWithLength(ctx, Arrays.copyOf(body, body.length / 2), body.length);
    }

    static void promiseMore(Context ctx, int extraBytes) {
        byte[] body = body(ctx);
        sendWithLength(ctx, body, body.length + extraBytes);
    }

    private static void sendWithLength(Context ctx, byte[] sent, int promised) {
        try {
            ctx.res().setContentLength(promised);
            OutputStream out = ctx.res().getOutputStream();
            out.write(sent);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        cut(ctx);
    }

    static void truncate(Context ctx, double keep) {
        byte[] body = body(ctx);
        ctx.result(Arrays.copyOf(body, (int) (body.length * keep)));
    }

    static void trickle(Context ctx, int bytesPerSecond) {
        byte[] body = body(ctx);
        int piece = Math.max(1, bytesPerSecond / PIECES_PER_SECOND);
        long pause = 1_000_000_000L * piece / bytesPerSecond;
        try {
            ctx.res().setContentLength(body.length);
            OutputStream out = ctx.res().getOutputStream();
            for (int from = 0; from < body.length; from += piece) {
                out.write(body, from, Math.min(piece, body.length - from));
                out.flush();
                LockSupport.parkNanos(pause);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        ctx.result(new byte[0]);
    }

    /** The identifier of what was created; empty when there is none. */
    static String sid(Context ctx) {
        try {
            byte[] body = body(ctx);
            ctx.result(body);
            return JSON.readTree(body).path("sid").asString("");
        } catch (JacksonException noJson) {
            return "";
        }
    }

    static byte[] body(Context ctx) {
        try (InputStream result = ctx.resultInputStream()) {
            byte[] body = result == null ? new byte[0] : result.readAllBytes();
            ctx.result(body);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
