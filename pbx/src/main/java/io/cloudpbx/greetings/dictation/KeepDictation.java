package io.cloudpbx.greetings.dictation;

import io.cloudpbx.greetings.dictation.Dictation.State;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.recordings.Fetched;
import io.cloudpbx.recordings.Fetching;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends for the sound of a spoken greeting. The key is the dictation's id. */
@Component
class KeepDictation implements Job {
    static final String KIND = "greetings.keep";

    private final Dictations dictations;
    private final Fetching fetching;

    KeepDictation(Dictations dictations, Fetching fetching) {
        this.dictations = dictations;
        this.fetching = fetching;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return dictations
                .find(UUID.fromString(key))
                .filter(dictation -> dictation.state() == State.RECORDED)
                .map(dictation -> keep(dictation, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome keep(Dictation dictation, int attempt) {
        var wanted = new Fetching.Wanted(
                Objects.requireNonNull(dictation.recording()),
                dictation.blobKey(),
                Objects.requireNonNull(dictation.recordedAt()));
        return switch (fetching.bringHome(wanted, attempt)) {
            case Fetched.Stored(var sound) -> {
                dictations.stored(dictation, sound);
                yield new Outcome.Done();
            }
            case Fetched.Silent silent -> {
                dictations.unusable(dictation, "Nothing was heard in it.");
                yield new Outcome.Done();
            }
            case Fetched.NotYet(var in) -> new Outcome.Again(in);
            case Fetched.Lost(var why) -> {
                dictations.unusable(dictation, "The carrier did not hand the recording over.");
                yield new Outcome.GaveUp(why);
            }
        };
    }
}
