package io.cloudpbx.dashboard;

import io.cloudpbx.callflow.PlanChanged;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.TapeChanged;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.dialing.DialedCallViews;
import io.cloudpbx.dialing.ReachedCeiling;
import io.cloudpbx.extensions.ExtensionChanged;
import io.cloudpbx.extensions.ExtensionViews;
import io.cloudpbx.hooks.WebhookPaused;
import io.cloudpbx.numbers.NumberChanged;
import io.cloudpbx.numbers.NumberViews;
import io.cloudpbx.settings.SettingsChanged;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.VoicemailAdded;
import io.cloudpbx.voicemail.VoicemailChanged;
import io.cloudpbx.voicemail.VoicemailMoved;
import io.cloudpbx.voicemail.VoicemailViews;
import io.cloudpbx.voicemail.Voicemails;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Turns what happened into news for browsers, in the transaction in which it happened: nothing is announced that is rolled back, and
 * nothing that is committed goes unannounced. Steps of calls, and who was missed, are told by {@link CallBulletin}.
 */
@Component
class Announcer {
    private final NewsDesk newsDesk;
    private final CallViews calls;
    private final VoicemailViews voicemailViews;
    private final Voicemails voicemails;
    private final ExtensionViews extensions;
    private final NumberViews numbers;
    private final DialedCallViews dialed;

    Announcer(
            NewsDesk newsDesk,
            CallViews calls,
            VoicemailViews voicemailViews,
            Voicemails voicemails,
            ExtensionViews extensions,
            NumberViews numbers,
            DialedCallViews dialed) {
        this.newsDesk = newsDesk;
        this.calls = calls;
        this.voicemailViews = voicemailViews;
        this.voicemails = voicemails;
        this.extensions = extensions;
        this.numbers = numbers;
        this.dialed = dialed;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(DialedCallChanged change) {
        dialed.find(change.callId()).ifPresent(call -> announce("call.state", call));
        announceCounts();
    }

    /** Whoever reads its conversation looks again. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(TapeChanged change) {
        calls.find(change.callId())
                .or(() -> dialed.find(change.callId()))
                .ifPresent(call -> announce("call.state", call));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VoicemailAdded added) {
        announceVoicemail("voicemail.added", added.voicemailId());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VoicemailChanged changed) {
        announceVoicemail("voicemail.changed", changed.voicemailId());
    }

    /** Whoever had it has one less to hear; whoever has it now is told with its change. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VoicemailMoved moved) {
        Optional.ofNullable(moved.from()).ifPresent(this::announceExtension);
    }

    private void announceVoicemail(String type, UUID id) {
        // One that was forgotten with its caller is counted no more.
        voicemails.find(id).ifPresentOrElse(voicemail -> announce(type, voicemail), this::announceCounts);
    }

    private void announce(String type, Voicemail voicemail) {
        announce(type, voicemailViews.show(voicemail));
        announceCounts();
        if (voicemail.extensionId() != null) {
            announceExtension(voicemail.extensionId());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ExtensionChanged change) {
        announceExtension(change.extensionId());
    }

    /** A number on its way to an extension changes with that, whose news carries its progress. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(NumberChanged change) {
        numbers.find(change.numberId())
                .filter(number -> number.extension() == null || number.registration() != null)
                .ifPresent(number -> announce("number.changed", number));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(SettingsChanged change) {
        announce("settings.changed", Map.of("version", change.settings().version()));
    }

    /** Whoever drafts a call flow learns what it would take the place of. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(PlanChanged change) {
        switch (change) {
            case PlanChanged.Published published -> announce("callflow.published", published);
            case PlanChanged.ByHand byHand -> announce("callflow.closures", byHand);
        }
    }

    /** Whoever runs the company sees it on the overview. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(WebhookPaused paused) {
        announce("webhook.paused", Map.of("id", paused.endpointId()));
    }

    /** The same. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ReachedCeiling reached) {
        announce("calling.ceiling", Map.of("sentence", reached.sentence()));
    }

    private void announceExtension(UUID id) {
        extensions.find(id).ifPresent(extension -> announce("extension.changed", extension));
    }

    private void announceCounts() {
        newsDesk.counts();
    }

    private void announce(String type, Object data) {
        newsDesk.tell(type, data);
    }
}
