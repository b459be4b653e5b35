package io.cloudpbx.calls;

import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.calls.flow.CallEvent.WaitingEnded;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.WaitingRows;
import io.cloudpbx.calls.store.WaitingRows.AtMusic;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has whoever waits longest in a queue rung for as soon as somebody is free, rather than when the music ends, which does the same if this
 * fails.
 */
@Component
class NextInLine implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(NextInLine.class);
    private static final String KIND = "calls.next-in-line";
    private static final String EVERY_QUEUE = "all";

    private final CallRows calls;
    private final WaitingRows waiting;
    private final SituationLoader situations;
    private final Settings settings;
    private final CallUrls urls;
    private final Carrier carrier;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionOperations transactions;

    NextInLine(
            CallRows calls,
            WaitingRows waiting,
            SituationLoader situations,
            Settings settings,
            CallUrls urls,
            Carrier carrier,
            Jobs jobs,
            Clock clock,
            TransactionOperations transactions) {
        this.calls = calls;
        this.waiting = waiting;
        this.situations = situations;
        this.settings = settings;
        this.urls = urls;
        this.carrier = carrier;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * A phone is not on the line any more. One that rang for a caller who still waits was not answered: that caller hears music before it
     * rings again.
     */
    void freed(UUID call) {
        if (waiting.matterTo(call)) {
            jobs.soon(KIND, EVERY_QUEUE);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Way(CarrierId caller, String url) {}

    @Override
    public Outcome run(String key, int attempt) {
        for (AtMusic first : waiting.firstAtMusic(clock.instant())) {
            // One after the other, as whoever holds two calls' rows might wait for somebody who waits for them.
            Optional<Way> way = transactions.execute(status -> way(first));
            if (way != null && way.isPresent()) {
                lead(way.get());
            }
        }
        return new Outcome.Done();
    }

    private Optional<Way> way(AtMusic first) {
        return calls.lock(first.call())
                .filter(call -> call.isLive() && call.place() == Place.WAITING)
                .flatMap(call -> way(first, call));
    }

    private Optional<Way> way(AtMusic first, Call call) {
        var situation = situations.deciding(call, settings.current());
        var next = CallFlow.decide(situation, new WaitingEnded(first.place(), 0, ""));
        // The address to which the music leads by itself: whoever is there already is answered the same again.
        int taken = situation.routing().taken() - 1;
        return next.step() instanceof CallStep.RingGroup
                ? Optional.of(new Way(call.carrierId(), urls.waited(first.place(), taken)))
                : Optional.empty();
    }

    private void lead(Way way) {
        try {
            carrier.redirect(way.caller(), way.url());
        } catch (CarrierFailure failure) {
            LOG.info("Call {} hears its music to the end: {}", way.caller(), failure.kind());
        }
    }
}
