package io.cloudpbx.calls.web;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.taping.Tape;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.recordings.web.SoundAnswer;
import io.cloudpbx.storage.BlobStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What conversations sounded like, in ranges: with the receptionist, and of people, where it is written down who heard it. */
@RestController
class TapesController {
    private final Tapes tapes;
    private final BlobStore blobs;
    private final AuditLog audit;

    TapesController(Tapes tapes, BlobStore blobs, AuditLog audit) {
        this.tapes = tapes;
        this.blobs = blobs;
        this.audit = audit;
    }

    @GetMapping("/api/receptionist/recordings/{id}/audio")
    ResponseEntity<Resource> audio(@PathVariable UUID id) {
        return sound(tapes.ofReceptionist(id));
    }

    @GetMapping("/api/calls/{call}/recordings/{id}/audio")
    ResponseEntity<Resource> ofPeople(
            @PathVariable UUID call, @PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        var answer = sound(tapes.ofPeople(call, id));
        if (isFromTheBeginning(request.getHeader("Range"))) {
            audit.record(who, request.getRemoteAddr(), "call_recording_played", call.toString(), "");
        }
        return answer;
    }

    /** Nobody hears anything without it, and a player asks for the rest piece by piece. */
    private static boolean isFromTheBeginning(@Nullable String range) {
        return range == null || !range.matches("bytes=[1-9]\\d*-\\d*");
    }

    private ResponseEntity<Resource> sound(Tape tape) {
        var sound = tape.sound();
        if (sound == null) {
            throw notPlayable(tape);
        }
        var blob = blobs.find(tape.blobKey()).orElseThrow(() -> notPlayable(tape));
        return SoundAnswer.of(blob, sound, "conversation-" + tape.id());
    }

    private static Problem notPlayable(Tape tape) {
        return switch (tape.state()) {
            case WANTED, RUNNING, FETCHING ->
                Problem.conflict("audio_not_ready", "The recording is still on its way from the carrier.");
            case STORED, NOTHING, LOST, WITHHELD, REFUSED, DELETED ->
                Problem.notFound("audio_not_found", "The recording is not here.");
        };
    }
}
