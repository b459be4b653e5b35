package io.cloudpbx.greetings;

import io.cloudpbx.calls.MenuSounds;
import io.cloudpbx.carrier.PublicUrl;
import io.cloudpbx.greetings.sound.Playable;
import io.cloudpbx.greetings.store.GreetingRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.Erasing;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.Blob;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.storage.BlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps greetings, each once however often it comes. None is ever deleted, as an old version of the call flow may be led by again. */
@Service
public class Greetings implements MenuSounds {
    private final GreetingRows rows;
    private final BlobStore blobs;
    private final Erasing erasing;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Greetings(GreetingRows rows, BlobStore blobs, Erasing erasing, PublicUrl publicUrl, Clock clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.erasing = erasing;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * @param by who it is from, in words
     * @throws Problem {@code unsupported_sound}, {@code silent_sound} or {@code sound_too_long}
     */
    @Transactional
    public Greeting keep(Path file, String by) throws IOException {
        Playable heard = Playable.in(file);
        var stored = blobs.put(BlobKeys.fresh("greeting", clock), file);
        return kept(new Greeting(stored.sha256(), heard, stored.size(), stored.key(), clock.instant(), by));
    }

    /** A recording that is stored already. */
    @Transactional
    public Greeting keep(String blobKey, Sound sound, String by) {
        var heard = new Playable("audio/wav", sound.length(), sound.peaks());
        return kept(new Greeting(sound.sha256(), heard, sound.size(), blobKey, clock.instant(), by));
    }

    private Greeting kept(Greeting greeting) {
        if (rows.insert(greeting)) {
            return greeting;
        }
        Greeting known = rows.find(greeting.name()).orElseThrow();
        if (blobs.find(known.blobKey()).isEmpty()) {
            rows.moved(known.name(), greeting.blobKey());
        } else if (!known.blobKey().equals(greeting.blobKey())) {
            erasing.erase(greeting.blobKey());
        }
        return known;
    }

    public Optional<Greeting> find(String name) {
        return rows.find(name);
    }

    public Optional<Blob> content(Greeting greeting) {
        return blobs.find(greeting.blobKey());
    }

    /** Its name is as little to be guessed as its content, and whoever has heard it at a menu may hear it again. */
    @Override
    public Optional<String> url(String name) {
        return rows.find(name)
                .filter(greeting -> content(greeting).isPresent())
                .map(greeting -> publicUrl.of("/greetings/" + greeting.name()));
    }
}
