package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierRecording;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.messaging.Freeze;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.voicemail.ReceivedRecording;
import io.cloudpbx.voicemail.Voicemail;
import io.cloudpbx.voicemail.VoicemailAdded;
import io.cloudpbx.voicemail.VoicemailChanged;
import io.cloudpbx.voicemail.Voicemails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Brings a call's recordings to the mailbox the call had offered, also those of which the carrier's news was lost (R6). */
@Service
public class Messages {
    private static final Duration LOOK_BACK = Duration.ofHours(48);

    private final CallRows calls;
    private final Calls shell;
    private final Voicemails voicemails;
    private final Extensions extensions;
    private final Numbers numbers;
    private final Carrier carrier;
    private final Freeze freeze;
    private final Clock clock;

    Messages(
            CallRows calls,
            Calls shell,
            Voicemails voicemails,
            Extensions extensions,
            Numbers numbers,
            Carrier carrier,
            Freeze freeze,
            Clock clock) {
        this.calls = calls;
        this.shell = shell;
        this.voicemails = voicemails;
        this.extensions = extensions;
        this.numbers = numbers;
        this.carrier = carrier;
        this.freeze = freeze;
        this.clock = clock;
    }

    /** A recording is complete. The caller is known from the call, or told along by a document that works without us. */
    public void recorded(CarrierId recording, CarrierId call, String mailbox, @Nullable PhoneNumber toldCaller) {
        var known = calls.byCarrierId(call);
        if (known.filter(Call::forgotten).isPresent()) {
            voicemails.forget(recording, known.get().id());
            return;
        }
        var from = known.map(Call::from).or(() -> Optional.ofNullable(toldCaller));
        voicemails.received(new ReceivedRecording(recording, call, holder(mailbox), from.orElse(null)));
    }

    /** Only extensions that exist, or existed, have mailboxes; everything else is the general one's. */
    private @Nullable UUID holder(String mailbox) {
        return CallUrls.holder(mailbox)
                .flatMap(extensions::find)
                .map(Extension::id)
                .orElse(null);
    }

    /** Asks the carrier for messages of the last two days, or since the backup of a restored system, and takes in those that we have not seen. */
    void sweep() {
        Instant now = clock.instant();
        carrier.messagesSince(since(now, freeze.restoredFrom(now.minus(LOOK_BACK)))).stream()
                .filter(recording -> !voicemails.knows(recording.id()))
                .forEach(this::takeIn);
    }

    /** @param backup of which this system was restored lately; its own calls of the time since are unknown here */
    static Instant since(Instant now, Optional<Instant> backup) {
        Instant lately = now.minus(LOOK_BACK);
        return backup.filter(made -> made.isBefore(lately)).orElse(lately);
    }

    private void takeIn(CarrierRecording recording) {
        calls.offeredMailbox(recording.call())
                .ifPresentOrElse(
                        mailbox -> recorded(recording.id(), recording.call(), mailbox, null),
                        () -> takeInUnoffered(recording));
    }

    /** The mailbox was offered by a document that works without us, so only the carrier knows who called whom. */
    private void takeInUnoffered(CarrierRecording recording) {
        carrier.call(recording.call())
                .filter(call ->
                        Optional.ofNullable(call.to()).flatMap(numbers::holding).isPresent())
                .ifPresent(call -> recorded(recording.id(), recording.call(), CallUrls.GENERAL, call.from()));
    }

    @EventListener
    void on(VoicemailAdded added) {
        shell.messageHeard(added.call(), true);
    }

    @EventListener
    void on(VoicemailChanged changed) {
        voicemails
                .find(changed.voicemailId())
                .filter(voicemail -> voicemail.state() == Voicemail.State.EMPTY)
                .ifPresent(voicemail -> shell.messageHeard(voicemail.call(), false));
    }
}
