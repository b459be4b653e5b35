package io.cloudpbx.sandbox;

import io.cloudpbx.sandbox.call.CallChange;
import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.rest.ApiRoutes;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import io.cloudpbx.sandbox.webhook.WebhookRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A running carrier. */
public final class Sandbox implements AutoCloseable {
    private static final long REQUEST_LIMIT = 64 * 1024;

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final SandboxClock clock;
    private final CarrierState state;
    private final Debugger debugger;
    private final WebhookClient webhooks;
    private final Exchange exchange;
    private final Javalin server;

    /** Makes the call engine out of what it needs. */
    public interface ExchangeFactory {
        Exchange create(CarrierState state, WebhookClient webhooks, Debugger debugger, SandboxClock clock);
    }

    /** @throws SandboxUnavailable when the port is taken or the folder is in use */
    public static Sandbox start(SandboxSettings settings, ExchangeFactory exchanges) {
        return new Sandbox(settings, exchanges);
    }

    /** A carrier that does everything but connect calls. */
    public static Sandbox start(SandboxSettings settings) {
        return start(settings, (state, webhooks, debugger, clock) -> new Exchange() {
            @Override
            public Call place(Account account, CallOrder order) {
                throw new UnsupportedOperationException("This carrier connects no calls");
            }

            @Override
            public Call change(Call call, CallChange change) {
                throw new UnsupportedOperationException("This carrier connects no calls");
            }
        });
    }

    private Sandbox(SandboxSettings settings, ExchangeFactory exchanges) {
        try {
            this.clock = new SandboxClock(settings.speed());
            Path folder = settings.folder();
            if (folder != null) {
                toClose.push(FolderLock.take(folder));
            }
            this.state = folder == null ? CarrierState.inMemory() : CarrierState.open(folder);
            toClose.push(state);
            this.debugger = new Debugger(state, clock);
            this.webhooks = new WebhookClient(clock, debugger, settings.webhookBudget());
            toClose.push(webhooks);
            this.exchange = exchanges.create(state, webhooks, debugger, clock);
            this.server = Javalin.create(config -> configure(config, settings));
            toClose.push(server::stop);
            listen(settings.port());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void configure(JavalinConfig config, SandboxSettings settings) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = REQUEST_LIMIT;
        config.jetty.host = "127.0.0.1";
        new PageGuard(settings.framedBy()).register(config.routes);
        servePhone(config);
        config.routes.get("/health", ctx -> ctx.contentType("application/json").result("{\"status\":\"UP\"}"));
        new WebhookRoutes(webhooks.log(), debugger).register(config);
        new ApiRoutes(state, clock, exchange, this::baseUrl).register(config);
    }

    private static void servePhone(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/phone";
            files.directory = "/phone";
            files.location = Location.CLASSPATH;
        });
        config.routes.get("/", ctx -> ctx.redirect("/phone/"));
    }

    private void listen(int port) {
        try {
            server.start(port);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new SandboxUnavailable(
                            "Port " + port + " is taken; set CLOUDPBX_SANDBOX_PORT to another one.", e);
                }
            }
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /** Where clients reach it, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public CarrierState state() {
        return state;
    }

    public SandboxClock clock() {
        return clock;
    }

    public WebhookClient webhooks() {
        return webhooks;
    }

    public Debugger debugger() {
        return debugger;
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("The sandbox cannot be stopped", e);
            }
        }
    }
}
