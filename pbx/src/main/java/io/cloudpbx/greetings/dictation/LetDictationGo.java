package io.cloudpbx.greetings.dictation;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierMemory;
import io.cloudpbx.greetings.Greetings;
import io.cloudpbx.greetings.dictation.Dictation.State;
import io.cloudpbx.greetings.store.DictationRows;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Has the carrier delete its copy: of a greeting only while what is stored here is still sound (R19), of what could not be used in any
 * case. The key is the dictation's. A copy that is gone already is as good as deleted.
 */
@Component
class LetDictationGo implements Job {
    static final String KIND = "greetings.let-go";

    /** What is not complete there cannot be deleted yet (20009). */
    private static final Duration WHILE_REFUSED = Duration.ofHours(1);

    private final DictationRows rows;
    private final Greetings greetings;
    private final CarrierMemory carrier;

    LetDictationGo(DictationRows rows, Greetings greetings, CarrierMemory carrier) {
        this.rows = rows;
        this.greetings = greetings;
        this.carrier = carrier;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return rows.find(UUID.fromString(key))
                .filter(dictation -> dictation.state() == State.KEPT || dictation.state() == State.FAILED)
                .map(dictation -> letGo(dictation, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome letGo(Dictation dictation, int attempt) {
        if (dictation.state() == State.KEPT && !isSound(dictation)) {
            return new Outcome.GaveUp(
                    "The stored sound of dictation " + dictation.id() + " has changed: the carrier keeps its copy");
        }
        return Optional.ofNullable(dictation.recording())
                .map(recording -> delete(recording, attempt))
                .orElseGet(Outcome.Done::new);
    }

    /** A greeting is named after what it sounds like. */
    private boolean isSound(Dictation dictation) {
        return Optional.ofNullable(dictation.greeting())
                .flatMap(greetings::find)
                .flatMap(greetings::content)
                .filter(blob -> blob.sha256().equals(dictation.greeting()))
                .isPresent();
    }

    private Outcome delete(CarrierId recording, int attempt) {
        try {
            carrier.deleteRecording(recording);
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            return new Outcome.Again(
                    failure.kind() == Kind.REFUSED
                            ? WHILE_REFUSED
                            : BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }
}
