package io.cloudpbx.voicemail;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.telephony.CarrierId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a recording home: downloaded whole, proven to be sound, stored under its own hash, and only then ours (R19). Each step may
 * be repeated. A 404 right after the carrier's news is normal, so it asks again for two days before it calls it lost; trouble of any
 * other kind is only a reason to ask later.
 */
@Component
class FetchRecording implements Job {
    static final String KIND = "voicemail.fetch";

    private static final Logger LOG = LoggerFactory.getLogger(FetchRecording.class);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(48);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Voicemails voicemails;
    private final Carrier carrier;
    private final BlobStore blobs;
    private final Clock clock;

    FetchRecording(Voicemails voicemails, Carrier carrier, BlobStore blobs, Clock clock) {
        this.voicemails = voicemails;
        this.carrier = carrier;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        var waiting = voicemails.fetching(new CarrierId(key));
        return waiting.isEmpty() ? new Outcome.Done() : fetch(waiting.get(), attempt);
    }

    private Outcome fetch(Voicemail voicemail, int attempt) {
        try {
            bringHome(voicemail);
            return new Outcome.Done();
        } catch (CarrierFailure | IOException | UnsupportedAudioFileException failure) {
            return laterOrNever(voicemail, attempt, failure);
        }
    }

    private void bringHome(Voicemail voicemail) throws IOException, UnsupportedAudioFileException {
        Path folder = Files.createTempDirectory("cloudpbx-recording");
        Path file = folder.resolve("recording.wav");
        try {
            carrier.download(voicemail.recording(), file);
            var audio = VoicemailAudio.read(file);
            if (audio.saysNothing()) {
                voicemails.foundEmpty(voicemail);
            } else {
                var stored = blobs.put(voicemail.blobKey(), file);
                voicemails.stored(voicemail, audio.stored(stored.size(), stored.sha256()));
            }
        } catch (UncheckedIOException storageFailed) {
            throw storageFailed.getCause();
        } finally {
            VoicemailAudio.deleteQuietly(file);
            VoicemailAudio.deleteQuietly(folder);
        }
    }

    private Outcome laterOrNever(Voicemail voicemail, int attempt, Exception failure) {
        Instant deadline = voicemail.receivedAt().plus(GIVE_UP_AFTER);
        boolean gone = failure instanceof CarrierFailure carrierFailure && carrierFailure.kind() == Kind.GONE;
        if (gone && clock.instant().isAfter(deadline)) {
            voicemails.lost(voicemail);
            return new Outcome.GaveUp("Recording not handed over in two days: " + failure.getMessage());
        }
        LOG.info("Recording {} is not here yet: {}", voicemail.recording(), failure.getMessage());
        return new Outcome.Again(pause(attempt));
    }

    /** Doubles from two seconds to six hours. */
    static Duration pause(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempt - 1, 0, 14));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
