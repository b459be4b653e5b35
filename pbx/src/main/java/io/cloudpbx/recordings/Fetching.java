package io.cloudpbx.recordings;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
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
import org.springframework.stereotype.Service;

/**
 * Brings a recording home: downloaded whole, proven to be sound, stored under its own hash, and only then ours (R19). Each step may
 * be repeated. A 404 right after the carrier's news is normal, so it asks again for two days before it calls it lost; trouble of any
 * other kind is only a reason to ask later.
 */
@Service
public class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(48);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Carrier carrier;
    private final BlobStore blobs;
    private final Clock clock;

    Fetching(Carrier carrier, BlobStore blobs, Clock clock) {
        this.carrier = carrier;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * A recording that is complete at the carrier.
     *
     * @param blobKey under which it is to be stored
     * @param knownSince when its completion was told
     */
    public record Wanted(CarrierId recording, String blobKey, Instant knownSince) {}

    /** One attempt, outside any transaction. @param attempt from 1 */
    public Fetched bringHome(Wanted wanted, int attempt) {
        try {
            return bringHome(wanted);
        } catch (CarrierFailure | IOException | UnsupportedAudioFileException failure) {
            return laterOrNever(wanted, attempt, failure);
        }
    }

    private Fetched bringHome(Wanted wanted) throws IOException, UnsupportedAudioFileException {
        Path folder = Files.createTempDirectory("cloudpbx-recording");
        Path file = folder.resolve("recording.wav");
        try {
            carrier.download(wanted.recording(), file);
            var sound = SoundFile.read(file);
            if (sound.saysNothing()) {
                return new Fetched.Silent();
            }
            var stored = blobs.put(wanted.blobKey(), file);
            return new Fetched.Stored(sound.stored(stored.size(), stored.sha256()));
        } catch (UncheckedIOException storageFailed) {
            throw storageFailed.getCause();
        } finally {
            SoundFile.deleteQuietly(file);
            SoundFile.deleteQuietly(folder);
        }
    }

    private Fetched laterOrNever(Wanted wanted, int attempt, Exception failure) {
        Instant deadline = wanted.knownSince().plus(GIVE_UP_AFTER);
        boolean gone = failure instanceof CarrierFailure carrierFailure && carrierFailure.kind() == Kind.GONE;
        if (gone && clock.instant().isAfter(deadline)) {
            return new Fetched.Lost("Recording not handed over in two days: " + failure.getMessage());
        }
        LOG.info("Recording {} is not here yet: {}", wanted.recording(), failure.getMessage());
        return new Fetched.NotYet(pause(attempt));
    }

    /** Doubles from two seconds to six hours. */
    static Duration pause(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempt - 1, 0, 14));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
