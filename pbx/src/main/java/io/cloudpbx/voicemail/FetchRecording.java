package io.cloudpbx.voicemail;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.recordings.Fetched;
import io.cloudpbx.recordings.Fetching;
import io.cloudpbx.telephony.CarrierId;
import org.springframework.stereotype.Component;

/** Sends for the sound of a message, the recording of which is the job's key. */
@Component
class FetchRecording implements Job {
    static final String KIND = "voicemail.fetch";

    private final Voicemails voicemails;
    private final Fetching fetching;

    FetchRecording(Voicemails voicemails, Fetching fetching) {
        this.voicemails = voicemails;
        this.fetching = fetching;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return voicemails
                .fetching(new CarrierId(key))
                .map(waiting -> fetch(waiting, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome fetch(Voicemail voicemail, int attempt) {
        var wanted = new Fetching.Wanted(voicemail.recording(), voicemail.blobKey(), voicemail.receivedAt());
        return switch (fetching.bringHome(wanted, attempt)) {
            case Fetched.Stored(var sound) -> {
                voicemails.stored(voicemail, sound);
                yield new Outcome.Done();
            }
            case Fetched.Silent silent -> {
                voicemails.foundEmpty(voicemail);
                yield new Outcome.Done();
            }
            case Fetched.NotYet(var in) -> new Outcome.Again(in);
            case Fetched.Lost(var why) -> {
                voicemails.lost(voicemail);
                yield new Outcome.GaveUp(why);
            }
        };
    }
}
