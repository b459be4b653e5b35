package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.SendingRows.Attempt;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at the carrier for a text of unknown fate (R9). One that fits is ours; two that fit are for a person to judge; none, in
 * looks a minute apart and five minutes after the attempt, is taken for not sent, and a person may send it again.
 */
@Component
class Reconciling implements Job {
    static final String KIND = "messaging.reconcile";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(60);
    private static final Duration LATEST = Duration.ofMinutes(5);
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(120);

    private final TextRows texts;
    private final TextHistory history;
    private final SendingRows attempts;
    private final CarrierTexts carrier;
    private final Verdicts verdicts;
    private final Clock clock;

    Reconciling(
            TextRows texts,
            TextHistory history,
            SendingRows attempts,
            CarrierTexts carrier,
            Verdicts verdicts,
            Clock clock) {
        this.texts = texts;
        this.history = history;
        this.attempts = attempts;
        this.carrier = carrier;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int run) {
        return texts.find(UUID.fromString(key))
                .filter(text -> text.state() == State.UNKNOWN)
                .flatMap(text -> attempts.open(text.id()).map(attempt -> look(text, attempt)))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome look(Text text, Attempt attempt) {
        List<CarrierText> fitting =
                carrier.sentBetween(new PhoneNumber(text.ours()), new PhoneNumber(text.theirs())).stream()
                        .filter(found -> fits(found, text, attempt.startedAt()))
                        .filter(found -> !history.isKnown(found.id()))
                        .toList();
        if (fitting.size() == 1) {
            verdicts.found(attempt, fitting.getFirst());
            return new Outcome.Done();
        }
        if (fitting.size() > 1) {
            verdicts.ambiguous(text, attempt);
            return new Outcome.Done();
        }
        attempts.looked(attempt.token(), clock.instant());
        boolean lookedBefore = attempt.looked() > 0;
        if (lookedBefore && clock.instant().isAfter(attempt.startedAt().plus(LATEST))) {
            verdicts.notThere(text, attempt);
            return new Outcome.Done();
        }
        return new Outcome.Again(BETWEEN_LOOKS);
    }

    private static boolean fits(CarrierText found, Text text, Instant startedAt) {
        Instant created = found.createdAt();
        return found.body().equals(text.body())
                && created != null
                && !created.isBefore(startedAt.minus(BEFORE))
                && !created.isAfter(startedAt.plus(AFTER));
    }
}
