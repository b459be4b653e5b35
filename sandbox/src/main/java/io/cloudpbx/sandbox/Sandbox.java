package io.cloudpbx.sandbox;

import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.call.SwitchBoard;
import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.OpenApiRoute;
import io.cloudpbx.sandbox.control.TimeRoutes;
import io.cloudpbx.sandbox.fault.FaultRoutes;
import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.fault.RestFaults;
import io.cloudpbx.sandbox.fault.SentCallbacks;
import io.cloudpbx.sandbox.fault.UnderWay;
import io.cloudpbx.sandbox.handset.CallerRoutes;
import io.cloudpbx.sandbox.handset.HandsetRoutes;
import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.ledger.LedgerRoutes;
import io.cloudpbx.sandbox.media.MediaHost;
import io.cloudpbx.sandbox.message.TextRoutes;
import io.cloudpbx.sandbox.message.Texting;
import io.cloudpbx.sandbox.rest.AccountRoutes;
import io.cloudpbx.sandbox.rest.ApiRoutes;
import io.cloudpbx.sandbox.rest.CallLimitRoutes;
import io.cloudpbx.sandbox.rest.DialingPermissionRoutes;
import io.cloudpbx.sandbox.rest.RegistrationRoutes;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.DebuggerHooks;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import io.cloudpbx.sandbox.webhook.WebhookRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A running carrier. */
public final class Sandbox implements AutoCloseable {
    private static final int CONNECTIONS_AT_ONCE = 4096;

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final SandboxClock clock;
    private final CarrierState state;
    private final Ledger ledger;
    private final Faults faults;
    private final SentCallbacks sentCallbacks = new SentCallbacks();
    private final Debugger debugger;
    private final WebhookClient webhooks;
    private final SwitchBoard switchBoard;
    private final Texting texting;
    private final MediaHost mediaHost;
    private final Javalin server;

    /** @throws SandboxUnavailable when the port is taken or the folder is in use */
    public static Sandbox start(SandboxSettings settings) {
        return new Sandbox(settings);
    }

    private Sandbox(SandboxSettings settings) {
        try {
            this.clock = new SandboxClock(settings.speed());
            Path folder = settings.folder();
            if (folder != null) {
                toClose.push(FolderLock.take(folder));
            }
            this.state = folder == null ? CarrierState.inMemory() : CarrierState.open(folder);
            toClose.push(state);
            clock.notBefore(state.carrierTime().onStart(Instant.now()));
            clock.whenSet(now -> state.carrierTime().remember(now, Instant.now()));
            this.ledger = folder != null && settings.ledgerOnDisk()
                    ? Ledger.onDisk(folder.resolve("ledger.jsonl"), clock)
                    : Ledger.inMemory(clock);
            toClose.push(ledger);
            this.faults = new Faults(state);
            this.debugger = new Debugger(state, clock);
            this.webhooks = new WebhookClient(clock, debugger, settings.webhookBudget(), faults, ledger);
            toClose.push(webhooks);
            webhooks.log().addListener(exchange -> sentCallbacks.sent(exchange.resourceSid()));
            this.switchBoard = new SwitchBoard(state, webhooks, debugger, clock, Speech.best(), ledger::append);
            toClose.push(switchBoard);
            switchBoard.paceCalls(settings.callsPerSecond());
            this.texting = new Texting(state, clock, webhooks, debugger, ledger, this::baseUrl);
            toClose.push(texting);
            switchBoard.textThrough(texting::send);
            this.mediaHost = new MediaHost(state, clock);
            toClose.push(mediaHost);
            this.server = Javalin.create(config -> configure(config, settings));
            toClose.push(server::stop);
            listen(settings.port());
            switchBoard.publishedAt(baseUrl());
            texting.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void configure(JavalinConfig config, SandboxSettings settings) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.host = "127.0.0.1";
        config.jetty.modifyServer(Sandbox::takeManyAtOnce);
        new PageGuard(settings.framedBy()).register(config.routes);
        servePage(config, "/phone");
        servePage(config, "/console");
        config.routes.get("/", ctx -> ctx.redirect("/phone/"));
        config.routes.get("/health", ctx -> ctx.contentType("application/json").result("{\"status\":\"UP\"}"));
        new HandsetRoutes(switchBoard, state, clock).register(config);
        new CallerRoutes(switchBoard.handsets()).register(config.routes);
        new TextRoutes(state, texting).register(config.routes);
        DebuggerHooks hooks = new DebuggerHooks(state);
        webhooks.tellAlerts(hooks, state::account);
        new WebhookRoutes(webhooks.log(), debugger, hooks).register(config);
        new FaultRoutes(faults).register(config.routes);
        new RestFaults(faults, clock, sentCallbacks, new UnderWay(state)).register(config.routes);
        new LedgerRoutes(ledger).register(config.routes);
        new RegistrationRoutes(state, clock).register(config.routes);
        new CallLimitRoutes(state, switchBoard.callLimits()).register(config.routes);
        new DialingPermissionRoutes(state).register(config.routes);
        new AccountRoutes(state, texting.store(), clock).register(config.routes);
        new TimeRoutes(clock).register(config.routes);
        OpenApiRoute.register(config.routes);
        Control.answerProblems(config.routes);
        new ApiRoutes(state, clock, switchBoard, texting, mediaHost, this::baseUrl).register(config);
    }

    /** A connection that finds no place is tried again by its system a second later, as no carrier has its customers wait. */
    private static void takeManyAtOnce(Server server) {
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                for (Connector connector : server.getConnectors()) {
                    ((ServerConnector) connector).setAcceptQueueSize(CONNECTIONS_AT_ONCE);
                }
            }
        });
    }

    private static void servePage(JavalinConfig config, String path) {
        config.staticFiles.add(files -> {
            files.hostedPath = path;
            files.directory = path;
            files.location = Location.CLASSPATH;
        });
        config.routes.before(path, ctx -> intoFolder(ctx, path));
    }

    /** Without its slash the page would look for its parts, and for its guard, one folder above. */
    private static void intoFolder(Context ctx, String path) {
        if (ctx.path().equals(path)) {
            String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            ctx.redirect(path + "/" + query);
            ctx.skipRemainingHandlers();
        }
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

    /** {@code METHOD /path}, as they are registered. */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
                .toList();
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

    public SwitchBoard switchBoard() {
        return switchBoard;
    }

    public Texting texting() {
        return texting;
    }

    public WebhookClient webhooks() {
        return webhooks;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Faults faults() {
        return faults;
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
