package io.cloudpbx.calls;

import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.calls.hands.Handlings;
import io.cloudpbx.calls.outage.Logbook;
import io.cloudpbx.calls.outage.Noted;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.calls.store.WaitingRows;
import io.cloudpbx.database.AfterAbsence;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.voicemail.Voicemail.Transcript;
import io.cloudpbx.voicemail.Voicemails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes into the database what calls did without it. Each entry may be written twice: what is there stays. */
@Component
class CatchingUp implements AfterAbsence {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    private final Logbook logbook;
    private final CallRows calls;
    private final StepRows steps;
    private final LegRows legs;
    private final Handlings handlings;
    private final WaitingRows waiting;
    private final Calls shell;
    private final Messages messages;
    private final Voicemails voicemails;
    private final Extensions extensions;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    CatchingUp(
            Logbook logbook,
            CallRows calls,
            StepRows steps,
            LegRows legs,
            Handlings handlings,
            WaitingRows waiting,
            Calls shell,
            Messages messages,
            Voicemails voicemails,
            Extensions extensions,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.logbook = logbook;
        this.calls = calls;
        this.steps = steps;
        this.legs = legs;
        this.handlings = handlings;
        this.waiting = waiting;
        this.shell = shell;
        this.messages = messages;
        this.voicemails = voicemails;
        this.extensions = extensions;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public boolean hasSomething() {
        return !logbook.isEmpty();
    }

    @Override
    public void catchUp(Runnable rightThen) {
        logbook.handOver(this::keep, rightThen);
    }

    private void keep(Noted noted) {
        try {
            transactions.executeWithoutResult(status -> write(noted));
        } catch (RuntimeException failure) {
            if (DatabaseWatch.isAbsence(failure) || Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            LOG.error("What happened in call {} without the database does not fit into it", noted.call(), failure);
            logbook.setAside(noted);
        }
    }

    private void write(Noted noted) {
        switch (noted.what()) {
            case Noted.Step step -> take(noted, step);
            case Noted.Accepted accepted -> accept(noted, accepted);
            case Noted.Ended ended -> end(noted, ended);
            case Noted.Leg(var leg, var ext, var status) -> report(noted, leg, ext, status);
            case Noted.Recorded(var recording, var mailbox, var caller) ->
                messages.recorded(recording, noted.call(), mailbox, caller);
            case Noted.Transcribed(var recording, var text, var reason) ->
                voicemails.transcribed(recording, new Transcript(text, reason));
        }
    }

    private void take(Noted noted, Noted.Step step) {
        var webhook = new CallWebhook(step.request(), noted.call(), step.from(), step.to(), CallStatus.IN_PROGRESS);
        var call = calls.lockOrInsert(webhook, noted.at());
        var change = step.change();
        if (steps.answerTo(call.id(), step.request())
                .filter(step.answer()::equals)
                .isEmpty()) {
            // Without the database the caller is led to nobody who had them, so whoever waits for them is let go.
            handlings.everybodyOut(call.id());
        }
        var written = new StepRows.Written(step.request(), step.taken(), step.answer(), step.pressed());
        calls.take(call.id(), written, change.place(), change.extensionId());
        // Nobody who was led by heart knows their place in line; who still waits has one again with the next step.
        waiting.left(call.id());
        if (change.outcome() != null) {
            calls.outcome(call.id(), change.outcome());
        }
        if (change.mailbox() != null) {
            calls.offeredMailbox(call.id(), change.mailbox());
        }
        events.publishEvent(new CallChanged(call.id()));
    }

    private void accept(Noted noted, Noted.Accepted accepted) {
        report(noted, accepted.leg(), accepted.ext(), CallStatus.IN_PROGRESS);
        legs.accepted(accepted.leg(), noted.at());
        calls.byCarrierId(noted.call()).filter(Call::isLive).ifPresent(call -> {
            String text = "Talking to " + accepted.name();
            calls.answered(call.id(), accepted.extensionId(), text, noted.at());
            var taken = new StepTaken(noted.at(), Kind.CONNECTED, text, accepted.name() + " pressed 1");
            steps.append(call.id(), "accepted/" + accepted.leg().value(), taken, "");
            events.publishEvent(new CallChanged(call.id()));
        });
    }

    private void end(Noted noted, Noted.Ended ended) {
        var known = ended.outcome();
        if (known != null) {
            calls.byCarrierId(noted.call()).ifPresent(call -> calls.outcome(call.id(), known));
        }
        shell.end(noted.call(), ended.status(), noted.at());
    }

    private void report(Noted noted, CarrierId leg, String ext, CallStatus status) {
        var extensionId = extensions.byExt(ext).map(Extension::id);
        calls.byCarrierId(noted.call())
                .ifPresent(call -> legs.reported(leg, call.id(), extensionId, status, noted.at()));
        if (status.isOver()) {
            handlings.hungUp(leg);
        }
    }
}
