package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Answering;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.Legs;
import io.cloudpbx.calls.Messages;
import io.cloudpbx.calls.hands.AskedColleagues;
import io.cloudpbx.calls.outage.Noted;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.Voicemail.Transcript;
import io.cloudpbx.voicemail.Voicemails;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** News from the carrier: taken down and acknowledged, nothing is answered. Without the
 * database it is noted and written when that is back; any other failure of ours is told, so that it is sent again (R2). */
@RestController
@RequestMapping("/ivr")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CallbackController {
    private static final int LONGEST_TRANSCRIPT = 20_000;

    private final Calls calls;
    private final Legs legs;
    private final AskedColleagues colleagues;
    private final Messages messages;
    private final Tapes tapes;
    private final Voicemails voicemails;
    private final Answering answering;

    CallbackController(
            Calls calls,
            Legs legs,
            AskedColleagues colleagues,
            Messages messages,
            Tapes tapes,
            Voicemails voicemails,
            Answering answering) {
        this.calls = calls;
        this.legs = legs;
        this.colleagues = colleagues;
        this.messages = messages;
        this.tapes = tapes;
        this.voicemails = voicemails;
        this.answering = answering;
    }

    @PostMapping("/status")
    void status(@RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        CallStatus status = Incoming.status(form);
        CarrierId call = Incoming.call(form);
        if (status.isOver()) {
            answering.told(call, new Noted.Ended(status, null), () -> calls.ended(call, status));
        }
    }

    @PostMapping("/leg/{ext}")
    void leg(@PathVariable String ext, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        CarrierId leg = Incoming.call(form);
        CarrierId call = Incoming.parent(form);
        CallStatus status = Incoming.status(form);
        answering.told(call, new Noted.Leg(leg, ext, status), () -> legs.reported(leg, call, ext, status));
    }

    /** News of the phone of a colleague who is asked. */
    @PostMapping("/desk/{call}/colleague/{ext}/leg")
    void colleague(
            @PathVariable UUID call,
            @PathVariable String ext,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        colleagues.reported(call, Incoming.call(form), ext, Incoming.status(form));
    }

    @PostMapping({"/recording/{mailbox}", "/recording/{mailbox}/{caller}"})
    void recording(
            @PathVariable String mailbox,
            @PathVariable(required = false) @Nullable String caller,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        if (form.get("RecordingStatus").equals("completed")) {
            CarrierId recording = recordingId(form);
            CarrierId call = Incoming.call(form);
            PhoneNumber from =
                    caller == null ? null : PhoneNumber.reported("+" + caller).orElse(null);
            answering.told(
                    call,
                    new Noted.Recorded(recording, mailbox, from),
                    () -> messages.recorded(recording, call, mailbox, from));
        }
    }

    /** News of the recording of a conversation with the receptionist. */
    @PostMapping("/taped/{tape}")
    void taped(@PathVariable UUID tape, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        switch (form.get("RecordingStatus")) {
            case "in-progress" -> tapes.began(tape, recordingId(form), Incoming.recordingStarted(form));
            case "completed" -> tapes.complete(tape, recordingId(form), Incoming.recordingStarted(form));
            case "absent", "failed" -> tapes.nothing(tape);
            default -> {}
        }
    }

    @PostMapping("/transcription")
    void transcription(@RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        CarrierId recording = recordingId(form);
        Transcript transcript = transcript(form);
        answering.told(
                Incoming.call(form),
                new Noted.Transcribed(recording, transcript.text(), transcript.reason()),
                () -> voicemails.transcribed(recording, transcript));
    }

    /** A callback that names no call or recording; asking for it again would not help. */
    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void incomplete() {}

    private static Transcript transcript(WebhookForm form) {
        String text = form.get("TranscriptionText").strip();
        boolean usable = form.get("TranscriptionStatus").equals("completed") && !text.isEmpty();
        return usable
                ? new Transcript(text.substring(0, Math.min(text.length(), LONGEST_TRANSCRIPT)), null)
                : new Transcript(null, "the carrier could not make out the words");
    }

    private static CarrierId recordingId(WebhookForm form) {
        return new CarrierId(form.get("RecordingSid"));
    }
}
