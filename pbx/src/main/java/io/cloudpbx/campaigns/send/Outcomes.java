package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Not;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.messaging.CarrierErrors;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what came of requests, many together. What dies with the program is told by the carrier's news, or looked for. */
@Component
class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    /** The carrier blocks this pair of numbers, whoever asked it to (C9). */
    private static final int OPTED_OUT = 21610;

    private static final int AT_ONCE = 2_000;

    /** Its lease, which it does not leave after, and the carrier's time to answer. */
    private static final Duration LONGEST_ON_THE_WAY = Duration.ofMinutes(1);

    private final OutcomeLedger rows;
    private final PaceLedger paces;
    private final StopList stopList;
    private final Brake brake;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final BlockingQueue<Outcome> queue = new LinkedBlockingQueue<>();
    private final Writing<Outcome> writing = new Writing<>(this::settleAll, this::doubt, this::keep);

    Outcomes(
            OutcomeLedger rows,
            PaceLedger paces,
            StopList stopList,
            Brake brake,
            TransactionOperations transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.paces = paces;
        this.stopList = stopList;
        this.brake = brake;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /** @param asked it left before, yet not longer ago than {@link #LONGEST_ON_THE_WAY} */
    private record Outcome(Leaving leaving, Aftermath aftermath, Instant asked) {
        String token() {
            return leaving.token();
        }
    }

    void add(Leaving leaving, Aftermath aftermath) {
        queue.add(new Outcome(leaving, aftermath, clock.instant()));
    }

    /** Waits for something to settle, and settles what else comes within that time after it. */
    void settleNext(Duration gathered) throws InterruptedException {
        List<Outcome> some = new ArrayList<>(List.of(queue.take()));
        LockSupport.parkNanos(gathered.toNanos());
        queue.drainTo(some, AT_ONCE - 1);
        writing.write(some);
    }

    /** Whether nothing waits to be settled. */
    boolean isIdle() {
        return queue.isEmpty();
    }

    private void keep(List<Outcome> some, RuntimeException away) {
        queue.addAll(some);
    }

    private void settleAll(List<Outcome> some) {
        transactions.executeWithoutResult(status -> settle(some));
        halt(some);
    }

    /** Its end cannot be written: then nobody knows it, and it is looked for at the carrier. What was wrong names people, and is not told. */
    private void doubt(Outcome outcome, RuntimeException failure) {
        log.error(
                "What became of delivery {} cannot be written down ({}). It is listed as a doubt, and looked for at the carrier.",
                outcome.leaving().delivery().id(),
                failure.getClass().getSimpleName());
        rows.unknown(List.of(outcome.token()), "Its end could not be written down.", clock.instant());
    }

    /** Afterwards, as whoever moves a campaign holds it before its deliveries. If it is lost, the next refusal does it. */
    private void halt(List<Outcome> some) {
        Map<UUID, Integer> halts = new LinkedHashMap<>();
        for (Outcome outcome : some) {
            if (outcome.aftermath() instanceof Aftermath.AccountAtFault(int code, var putOff)) {
                halts.putIfAbsent(outcome.leaving().delivery().campaignId(), code);
            }
        }
        halts.forEach((campaign, code) -> brake.halt(campaign, Brake.why(code)));
    }

    private void settle(List<Outcome> some) {
        Instant now = clock.instant();
        rest(some);
        rows.hold(some.stream().map(Outcome::token).toList());
        List<Known> known = new ArrayList<>();
        List<Not> nots = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Outcome outcome : some) {
            switch (outcome.aftermath()) {
                case Aftermath.Sent(var id, var status) -> known.add(new Known(outcome.token(), id, status, 0, ""));
                case Aftermath.Refused(int code) -> nots.add(refused(outcome, code));
                case Aftermath.NotSent(var pause, int restCode, String detail) ->
                    nots.add(Not.sent(outcome.token(), now.plus(pause), detail));
                case Aftermath.NumberAtFault(int code, var rest) ->
                    nots.add(Not.sent(outcome.token(), now, CarrierErrors.sentence(code)));
                case Aftermath.AccountAtFault(int code, var putOff) ->
                    nots.add(Not.sent(outcome.token(), now.plus(putOff), Brake.because(code)));
                case Aftermath.GivenUp(String detail) ->
                    nots.add(Not.ever(outcome.token(), "The carrier would not take it, however often it was asked."));
                case Aftermath.OptedOut out ->
                    nots.add(Not.skipped(outcome.token(), "opted_out", "They opted out just before it left."));
                case Aftermath.Unknown doubt -> unknown.add(outcome.token());
            }
        }
        if (!known.isEmpty()) {
            rows.known(known, now);
        }
        if (!nots.isEmpty()) {
            rows.not(nots, now);
        }
        if (!unknown.isEmpty()) {
            rows.unknown(unknown, "The carrier's answer was lost.", now);
        }
        moved(some).forEach((id, since) -> events.publishEvent(new CampaignProgressed(id, since)));
    }

    /** In one order, and before any delivery is held, as the carrier's news do it: so nobody waits in a circle. */
    private void rest(List<Outcome> some) {
        Map<PhoneNumber, Rest> resting = new TreeMap<>();
        for (Outcome outcome : some) {
            PhoneNumber sender = outcome.leaving().sender();
            if (outcome.aftermath() instanceof Aftermath.NotSent(Duration pause, int restCode, String detail)
                    && restCode != Aftermath.NO_REST) {
                resting.merge(sender, Rest.waiting(pause, restCode), Rest::and);
            } else if (outcome.aftermath() instanceof Aftermath.NumberAtFault(int code, Duration pause)) {
                resting.merge(sender, Rest.atFault(pause, code), Rest::and);
            }
        }
        resting.forEach((number, rest) -> rest.begin(number, paces));
    }

    private Not refused(Outcome outcome, int code) {
        if (code == OPTED_OUT) {
            stopList.add(outcome.leaving().delivery());
        }
        return Not.refused(outcome.token(), code, CarrierErrors.sentence(code));
    }

    private static Map<UUID, Instant> moved(List<Outcome> some) {
        return some.stream()
                .collect(Collectors.toMap(
                        outcome -> outcome.leaving().delivery().campaignId(),
                        outcome -> outcome.asked().minus(LONGEST_ON_THE_WAY),
                        (one, other) -> one.isBefore(other) ? one : other));
    }
}
