package io.cloudpbx.greetings.dictation;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends the waiting for a greeting of which no more is heard. The key is the dictation's id. */
@Component
class GiveUpDictation implements Job {
    static final String KIND = "greetings.give-up";

    private final Dictations dictations;

    GiveUpDictation(Dictations dictations) {
        this.dictations = dictations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        dictations.nothingRecorded(UUID.fromString(key));
        return new Outcome.Done();
    }
}
