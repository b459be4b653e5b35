package io.cloudpbx.calls.web;

import io.cloudpbx.calls.taping.Tape;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.web.SoundAnswer;
import io.cloudpbx.storage.BlobStore;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/receptionist/recordings/{id}/audio}: what a conversation sounded like, in ranges. */
@RestController
class TapesController {
    private final Tapes tapes;
    private final BlobStore blobs;

    TapesController(Tapes tapes, BlobStore blobs) {
        this.tapes = tapes;
        this.blobs = blobs;
    }

    @GetMapping("/api/receptionist/recordings/{id}/audio")
    ResponseEntity<Resource> audio(@PathVariable UUID id) {
        Tape tape = tapes.require(id);
        var sound = tape.sound();
        if (sound == null) {
            throw notPlayable(tape);
        }
        var blob = blobs.find(tape.blobKey()).orElseThrow(() -> notPlayable(tape));
        return SoundAnswer.of(blob, sound, "conversation-" + id);
    }

    private static Problem notPlayable(Tape tape) {
        return switch (tape.state()) {
            case WANTED, RUNNING, FETCHING ->
                Problem.conflict("audio_not_ready", "The recording is still on its way from the carrier.");
            case STORED, NOTHING, LOST, WITHHELD, DELETED ->
                Problem.notFound("audio_not_found", "The recording is not here.");
        };
    }
}
