package io.cloudpbx.inbox;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.messaging.CallsAndVoicemails;
import io.cloudpbx.messaging.CallsAndVoicemails.Happened;
import io.cloudpbx.messaging.Entry;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.VoicemailChanged;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes a line for every call that has ended and every message that was left, in the transaction in which it became so. */
@Component
class CallerHistory {
    /** Whoever hung up in the menu reached nobody either. */
    private static final Set<String> UNANSWERED = Set.of("missed", "abandoned", "failed");

    private final CallViews calls;
    private final Voicemails voicemails;
    private final CallsAndVoicemails lines;

    CallerHistory(CallViews calls, Voicemails voicemails, CallsAndVoicemails lines) {
        this.calls = calls;
        this.voicemails = voicemails;
        this.lines = lines;
    }

    @EventListener
    void on(CallChanged change) {
        if (change.led()) {
            return;
        }
        calls.find(change.callId())
                .filter(call -> !call.live() && !call.outcome().equals("rejected"))
                .ifPresent(call -> number(call.from()).ifPresent(from -> tell(call, from)));
    }

    private static Optional<PhoneNumber> number(@Nullable String from) {
        return Optional.ofNullable(from).flatMap(PhoneNumber::reported);
    }

    private void tell(CallView call, PhoneNumber from) {
        boolean unanswered = UNANSWERED.contains(call.outcome());
        lines.tell(
                new Happened(Entry.Kind.CALL, call.id().toString(), from, call.startedAt(), words(call), unanswered));
    }

    private String words(CallView call) {
        String who = call.extension() == null ? "" : " · " + call.extension().name();
        return switch (call.outcome()) {
            case "handled" -> "Call handled by the receptionist" + said(call);
            case "answered" -> "Call answered" + who + length(call.durationSeconds());
            case "voicemail" -> "Call went to voicemail" + who;
            case "abandoned" -> "Called and hung up before reaching anybody";
            case "failed" -> "A call failed" + who;
            default -> "Missed call" + who;
        };
    }

    private String said(CallView call) {
        String wish = calls.wish(call.id());
        return wish.isEmpty() ? "" : ": “" + wish + "”";
    }

    private static String length(@Nullable Long seconds) {
        return seconds == null ? "" : " · %d:%02d".formatted(seconds / 60, seconds % 60);
    }

    @EventListener
    void on(VoicemailChanged change) {
        voicemails
                .find(change.voicemailId())
                .filter(voicemail -> voicemail.state() == Voicemail.State.STORED)
                .ifPresent(this::tell);
    }

    private void tell(Voicemail voicemail) {
        PhoneNumber from = voicemail.from();
        if (from != null) {
            lines.tell(new Happened(
                    Entry.Kind.VOICEMAIL,
                    voicemail.id().toString(),
                    from,
                    voicemail.receivedAt(),
                    words(voicemail),
                    true));
        }
    }

    private static String words(Voicemail voicemail) {
        if (voicemail.deleted() != null) {
            return "Voicemail, deleted by " + voicemail.deleted().by();
        }
        var transcript = voicemail.transcript();
        if (transcript != null && transcript.text() != null) {
            return "Voicemail: " + transcript.text();
        }
        var sound = voicemail.sound();
        Duration length = sound == null ? Duration.ZERO : sound.length();
        return "Voicemail, %d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
