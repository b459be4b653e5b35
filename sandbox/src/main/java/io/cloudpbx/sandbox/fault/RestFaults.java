package io.cloudpbx.sandbox.fault;

import io.cloudpbx.sandbox.time.SandboxClock;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes requests to the REST API go wrong as the rules say: what is decided elsewhere is done here. */
public final class RestFaults {
    private static final String STRIKES = "faults";
    private static final Pattern RECORDING = Pattern.compile(".*/Recordings/RE[0-9a-f]{32}(\\.(wav|mp3))?");
    private static final Pattern MEDIA = Pattern.compile(".*/Media/ME[0-9a-f]{32}");

    /** Every host of Twilio's, with and without its name in front. */
    private static final List<String> PATHS =
            List.of("/2010-04-01/*", "/v1/*", "/v2/*", "/messaging/v1/*", "/lookups/v2/*");

    private static final int FIRST_ASKED_KEPT = 10_000;

    private final Faults faults;
    private final SandboxClock clock;
    private final SentCallbacks sent;
    private final ListFaults lists;
    private final UnderWay underWay;
    private final Map<String, Instant> firstAsked = new Recent<>(FIRST_ASKED_KEPT);

    public RestFaults(Faults faults, SandboxClock clock, SentCallbacks sent, UnderWay underWay) {
        this.faults = faults;
        this.clock = clock;
        this.sent = sent;
        this.underWay = underWay;
        this.lists = new ListFaults(faults, clock);
    }

    /** To be registered before anything that looks at the requests. */
    public void register(RoutesConfig routes) {
        for (String path : PATHS) {
            routes.before(path, this::before);
            routes.after(path, this::after);
        }
    }

    private void before(Context ctx) {
        int parallel = underWay.begin(ctx);
        if (faults.areNone()) {
            return;
        }
        Site site = site(ctx);
        List<Strike> strikes = faults.decide(site);
        ctx.attribute(STRIKES, strikes);
        lists.omission(site, strikes).ifPresent(omission -> omission.applyTo(ctx));
        for (Strike strike : strikes) {
            if (isStopped(ctx, strike, parallel)) {
                underWay.end(ctx);
                ctx.skipRemainingHandlers();
                return;
            }
        }
    }

    private Site site(Context ctx) {
        Set<String> numbers = Stream.of("To", "From", "PhoneNumber")
                .flatMap(name -> Stream.of(ctx.formParam(name), ctx.queryParam(name)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Site(part(ctx), ctx.method().name(), ctx.path(), numbers, underWay.account(ctx), "");
    }

    private static Part part(Context ctx) {
        if (RECORDING.matcher(ctx.path()).matches()) {
            return Part.RECORDING;
        }
        return MEDIA.matcher(ctx.path()).matches() ? Part.MEDIA : Part.REST;
    }

    /** What goes wrong before the request is carried out; true when that was all. */
    private boolean isStopped(Context ctx, Strike strike, int parallel) {
        return switch (strike.what()) {
            case What.Delay delay -> {
                LockSupport.parkNanos(Duration.ofMillis(strike.between(delay.fromMs(), delay.toMsOrFrom()))
                        .toNanos());
                yield false;
            }
            case What.Outage outage -> {
                BrokenReply.cut(ctx);
                yield true;
            }
            case What.Cut cut
            when cut.when() == What.Moment.BEFORE -> {
                BrokenReply.cut(ctx);
                yield true;
            }
            case What.Answer answer
            when !answer.wasExecuted() -> {
                BrokenReply.error(ctx, strike.status(answer));
                yield true;
            }
            case What.Concurrency limited
            when parallel > limited.limit() -> {
                BrokenReply.error(ctx, new What.Status(429, 1, 20_429, "Too Many Requests", 1));
                yield true;
            }
            case What.NotYet notYet
            when isTooEarly(ctx.path(), notYet) -> {
                BrokenReply.error(ctx, new What.Status(404, 1, 20_404, null, null));
                yield true;
            }
            case What.ToUs later -> false;
            case What.ToCustomers others -> false;
        };
    }

    private boolean isTooEarly(String path, What.NotYet notYet) {
        Instant now = clock.instant();
        Instant first;
        synchronized (firstAsked) {
            first = firstAsked.computeIfAbsent(path, asked -> now);
        }
        return now.isBefore(first.plusSeconds(notYet.seconds()));
    }

    private void after(Context ctx) {
        underWay.end(ctx);
        if (faults.areNone()) {
            return;
        }
        List<Strike> strikes = ctx.attribute(STRIKES);
        if (strikes != null) {
            strikes.forEach(strike -> spoil(ctx, strike.what()));
            strikes.forEach(strike -> replace(ctx, strike));
            strikes.forEach(strike -> send(ctx, strike.what()));
        }
    }

    /** Goes wrong with the content. */
    private void spoil(Context ctx, What what) {
        if (ctx.statusCode() >= 300) {
            return;
        }
        switch (what) {
            case What.Truncated truncated -> BrokenReply.truncate(ctx, truncated.keep());
            case What.WrongType wrong -> ctx.contentType(wrong.contentType());
            case What.CallbackFirst first -> awaitCallback(ctx, first);
            case What.ToUs others -> {}
            case What.ToCustomers others -> {}
            case What.Delay delay -> {}
            case What.Outage outage -> {}
        }
    }

    /** While the clock stands there will be no callback. */
    private void awaitCallback(Context ctx, What.CallbackFirst first) {
        if (ctx.statusCode() == 201 && !clock.isStepped()) {
            sent.await(BrokenReply.sid(ctx), Duration.ofSeconds(first.upToSeconds()));
        }
    }

    /** It was carried out, but the answer says otherwise. */
    private static void replace(Context ctx, Strike strike) {
        if (strike.what() instanceof What.Answer answer && answer.wasExecuted() && ctx.statusCode() < 400) {
            BrokenReply.error(ctx, strike.status(answer));
        }
    }

    /** Goes wrong on the way. */
    private static void send(Context ctx, What what) {
        switch (what) {
            case What.Cut cut when cut.when() == What.Moment.AFTER -> BrokenReply.cut(ctx);
            case What.Cut cut when cut.when() == What.Moment.DURING -> BrokenReply.cutInTheMiddle(ctx);
            case What.WrongLength wrong -> BrokenReply.promiseMore(ctx, wrong.extraBytes());
            case What.SlowBody slow -> BrokenReply.trickle(ctx, slow.bytesPerSecond());
            case What.ToUs others -> {}
            case What.ToCustomers others -> {}
            case What.Delay delay -> {}
            case What.Outage outage -> {}
        }
    }
}
