package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudpbx.architecture.violations.OffendingCapability;
import io.cloudpbx.carrier.CarrierTexts;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** What is touched where, one rule each. Adding a home is a decision: it is made here and nowhere else. */
final class Confinements {
    static final Confinement SQL = new Confinement(
            "SQL",
            "a module's statements are read in one place, its store; `database` opens the doors for everybody",
            Sighting.ofPackages("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."),
            List.of("..store..", "..database..", "..jobs.."),
            OffendingCapability.QueriesOutsideItsStore.class);

    static final Confinement SERVER_HTTP = new Confinement(
            "server-side HTTP",
            "what is inside knows values, not requests; the filters of `access` and `carrier` guard the door",
            Sighting.ofPackages(
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.apache.catalina.."),
            List.of("..web..", "..access..", "..carrier", "..problems.."),
            OffendingCapability.KnowsRequests.class);

    static final Confinement TWILIO = new Confinement(
            "Twilio's library",
            "an adapter is named after the vendor it hides",
            Sighting.ofPackages("com.twilio.."),
            List.of("..carrier.twilio.."),
            OffendingCapability.CallsTheVendor.class);

    static final Confinement ANTHROPIC = new Confinement(
            "Anthropic's library",
            "an adapter is named after the vendor it hides",
            Sighting.ofPackages("com.anthropic.."),
            List.of("..claude.anthropic.."),
            OffendingCapability.CallsTheModel.class);

    static final Confinement WEBAUTHN = new Confinement(
            "the passkeys' library",
            "an adapter hides it, beside the challenges that only we can know",
            Sighting.ofPackages("com.webauthn4j.."),
            List.of("..access.passkeys"),
            OffendingCapability.ReadsPasskeys.class);

    static final Confinement CLIENT_HTTP = new Confinement(
            "HTTP clients",
            "every request that leaves the house has a deadline, a limit and one attempt, kept in few adapters",
            Sighting.ofPackages("java.net.http..", "org.springframework.web.client..", "org.apache.hc..")
                    .or(Sighting.ofTypes(type -> type.isAssignableTo(java.net.URLConnection.class))),
            List.of("..carrier.twilio..", "..hooks.send.."),
            OffendingCapability.LeavesTheHouse.class);

    static final Confinement THREADS = new Confinement(
            "threads and schedulers",
            "work that must survive a restart is a job; what else runs beside the requests is started in few places",
            Sighting.ofPackages("com.github.kagkarlsson..", "org.springframework.scheduling..")
                    .or(Sighting.ofAccesses(Confinements::startsWorkBeside)),
            List.of(
                    "..jobs..",
                    "..database..",
                    "..startup..",
                    "..claude.anthropic..",
                    "..receptionist",
                    "..calls.relay",
                    "..campaigns.send"),
            OffendingCapability.StartsThreads.class);

    static final Confinement CLOCK = new Confinement(
            "the making of clocks",
            "one clock is made by the configuration, so that a test can move it",
            Sighting.ofAccesses(access -> access.getTargetOwner().isEquivalentTo(Clock.class)
                    && access.getName().startsWith("system")),
            List.of("..startup.."),
            OffendingCapability.MakesItsOwnClock.class);

    static final Confinement STANDARD_STREAMS = new Confinement(
            "standard output",
            "the log is where operators look; only a refusal to start is said in plain words",
            Sighting.ofAccesses(access -> access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("out", "err").contains(access.getName())),
            List.of("..startup.."),
            OffendingCapability.Prints.class);

    static final Confinement PROCESSES = new Confinement(
            "other programs",
            "starting a program is a privilege of the database's launcher",
            Sighting.ofAccesses(access -> constructs(access, ProcessBuilder.class)
                    || access.getTargetOwner().isEquivalentTo(Runtime.class)
                            && access.getName().equals("exec")),
            List.of("..database.."),
            OffendingCapability.StartsPrograms.class);

    static final Confinement TEXTING = new Confinement(
            "the sending of texts",
            "every text passes one gate, and only what stands behind it may ask the carrier to send",
            Sighting.ofAccesses(access -> access.getTargetOwner().isAssignableTo(CarrierTexts.class)
                    && access.getName().equals("send")),
            List.of("..messaging.send.."),
            OffendingCapability.TextsPastTheGate.class);

    static final List<Confinement> ALL = List.of(
            SQL,
            SERVER_HTTP,
            TWILIO,
            ANTHROPIC,
            WEBAUTHN,
            CLIENT_HTTP,
            THREADS,
            CLOCK,
            STANDARD_STREAMS,
            PROCESSES,
            TEXTING);

    private static final Set<Class<?>> POOLS = Set.of(
            ForkJoinPool.class, ThreadPoolExecutor.class, ScheduledThreadPoolExecutor.class, java.util.Timer.class);

    private Confinements() {}

    private static boolean startsWorkBeside(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(Executors.class)
                || constructs(access, Thread.class)
                || POOLS.stream().anyMatch(pool -> constructs(access, pool))
                || owner.isEquivalentTo(Thread.class)
                        && Set.of("ofVirtual", "ofPlatform", "startVirtualThread")
                                .contains(access.getName())
                || owner.isEquivalentTo(CompletableFuture.class)
                        && Set.of("supplyAsync", "runAsync").contains(access.getName());
    }

    private static boolean constructs(JavaAccess<?> access, Class<?> type) {
        return access.getTargetOwner().isEquivalentTo(type) && access.getName().equals("<init>");
    }
}
