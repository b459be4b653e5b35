package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.NextStep;
import io.cloudpbx.calls.outage.Logbook;
import io.cloudpbx.calls.outage.Noted;
import io.cloudpbx.calls.outage.RoutingSnapshot;
import io.cloudpbx.calls.outage.SnapshotKeeper;
import io.cloudpbx.calls.outage.Story;
import io.cloudpbx.calls.taping.TapeOrder;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.twiml.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The shell around {@link CallFlow} that asks no database: it decides by the routing snapshot and notes what happens. A webhook that
 * comes twice finds its answer in the notes.
 */
@Service
public class Alone {
    private static final Logger LOG = LoggerFactory.getLogger(Alone.class);

    private final SnapshotKeeper snapshots;
    private final Logbook logbook;
    private final CallUrls urls;
    private final HoldSettings hold;
    private final Clock clock;

    Alone(SnapshotKeeper snapshots, Logbook logbook, CallUrls urls, HoldSettings hold, Clock clock) {
        this.snapshots = snapshots;
        this.logbook = logbook;
        this.urls = urls;
        this.hold = hold;
        this.clock = clock;
    }

    /** Whether the database does not know yet where this call is, and so cannot go on with it. */
    boolean leads(CarrierId call) {
        return snapshots.newest().isPresent() && Story.of(logbook, call).isMoving();
    }

    /** @throws IllegalStateException when nothing is known by heart yet */
    String answer(CallWebhook webhook, CallEvent event) {
        var story = Story.of(logbook, webhook.call());
        return story.answerTo(webhook.request()).orElseGet(() -> decide(webhook, event, story));
    }

    private String decide(CallWebhook webhook, CallEvent event, Story story) {
        if (webhook.callerIsGone()) {
            note(webhook.call(), new Noted.Ended(webhook.status(), Calls.outcomeOf(event)));
            return Response.of().toXml();
        }
        var snapshot = snapshot();
        Instant now = clock.instant();
        int taken = story.taken(CallUrls.step(webhook.request()));
        var known = new RoutingSnapshot.Known(
                webhook.from(),
                webhook.to(),
                story.begunAt(now),
                taken,
                story.comebacks(webhook.from(), webhook.to(), now));
        var situation = snapshot.situation(known, now);
        var next = CallFlow.decide(situation, event);
        if (snapshot.peopleRecorded() && !(event instanceof CallEvent.Arrived) && !story.arrived()) {
            next = withoutStrangers(situation, next);
        }
        String answer = write(next.step(), webhook, snapshot, taken);
        var reason = next.reason() + "; decided without the database, by what was known at " + snapshot.takenAt();
        noteIfPossible(
                new Noted(webhook.call(), now, step(webhook, event, new NextStep(next.step(), reason), answer, now)));
        return answer;
    }

    /** A recording may run since before, which nobody could end now; whoever answers outside would be on it and was not told (C32). */
    private static NextStep withoutStrangers(CallSituation situation, NextStep next) {
        return next.step() instanceof CallStep.Forward forward
                ? withoutStrangers(
                        situation,
                        CallFlow.decide(
                                situation, new CallEvent.RingingEnded(forward.place(), 0, DialOutcome.CANCELED)))
                : next;
    }

    private RoutingSnapshot snapshot() {
        return snapshots
                .newest()
                .orElseThrow(() -> new IllegalStateException("The database is away, and nothing is known by heart"));
    }

    private String write(CallStep step, CallWebhook webhook, RoutingSnapshot snapshot, int taken) {
        // Its name with us is in the database; one that is made of the carrier's is as much its own.
        var name = UUID.nameUUIDFromBytes(webhook.call().value().getBytes(StandardCharsets.UTF_8));
        var line = new CallScript.Line(name, webhook.from() == null ? webhook.to() : null, taken, hold.round());
        var script = new CallScript(
                urls,
                snapshot.company().businessName(),
                line,
                List::of,
                talk -> {
                    throw new IllegalStateException("Nobody listens in a stream without the database");
                },
                // Nor is a sound found without it, so the menu's words are said.
                sound -> Optional.empty());
        return script.write(step, TapeOrder.UNCHANGED).toXml();
    }

    private static Noted.Step step(CallWebhook webhook, CallEvent event, NextStep next, String answer, Instant now) {
        var telling = Telling.of(next.step());
        String mailbox = next.step() instanceof CallStep.TakeMessage message ? CallUrls.key(message.mailbox()) : null;
        return new Noted.Step(
                webhook.from(),
                webhook.to(),
                webhook.request(),
                new StepTaken(now, telling.kind(), telling.text(), next.reason()),
                answer,
                CallEvent.pressed(event),
                new Noted.Change(telling.place(), telling.extensionId(), Calls.outcomeOf(event), mailbox));
    }

    boolean wasAccepted(CarrierId call, CarrierId leg) {
        return Story.of(logbook, call).accepted(leg);
    }

    /** Whether the carrier may be recording a conversation with the receptionist. */
    boolean mayBeRecorded() {
        return snapshots.newest().map(RoutingSnapshot::recorded).orElse(false);
    }

    String screen(String ext, String shown) {
        String callee = callee(ext).map(Callee::name).orElse("extension " + ext);
        return new ScreeningScript(urls).ask(ext, callee, shown, notice(), "").toXml();
    }

    /** A recording may have begun while the database was there. */
    private String notice() {
        return snapshots.newest().map(RoutingSnapshot::peopleRecorded).orElse(false)
                ? "This call may be recorded."
                : "";
    }

    String screened(CarrierId leg, CarrierId parent, String ext, String digits) {
        var script = new ScreeningScript(urls);
        if (!digits.equals("1")) {
            return script.declined().toXml();
        }
        callee(ext)
                .ifPresent(callee -> noteIfPossible(
                        new Noted(parent, clock.instant(), new Noted.Accepted(leg, ext, callee.id(), callee.name()))));
        return script.accepted().toXml();
    }

    private Optional<Callee> callee(String ext) {
        return snapshots.newest().flatMap(snapshot -> snapshot.callee(ext));
    }

    /** A full disk silences nobody: what is not on it is still in memory, and the carrier's lists have the rest. */
    private void noteIfPossible(Noted noted) {
        try {
            logbook.note(noted);
        } catch (IOException full) {
            LOG.error("A step of call {} is not on disk", noted.call(), full);
        }
    }

    /** @throws UncheckedIOException when it is not on disk, so that the carrier tells it again */
    void note(CarrierId call, Noted.What what) {
        try {
            logbook.note(new Noted(call, clock.instant(), what));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
