package io.cloudpbx.calls;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.twiml.Response;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shell around {@link CallFlow}: loads, decides, stores, publishes, all in one transaction. A webhook that comes twice finds
 * its stored answer.
 */
@Service
public class Calls {
    private final CallRows calls;
    private final StepRows steps;
    private final SituationLoader situations;
    private final Settings settings;
    private final CallUrls urls;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Calls(
            CallRows calls,
            StepRows steps,
            SituationLoader situations,
            Settings settings,
            CallUrls urls,
            Clock clock,
            ApplicationEventPublisher events) {
        this.calls = calls;
        this.steps = steps;
        this.situations = situations;
        this.settings = settings;
        this.urls = urls;
        this.clock = clock;
        this.events = events;
    }

    /** What the phone is told to do next, as TwiML. */
    @Transactional
    public String answer(CallWebhook webhook, CallEvent event) {
        var call = calls.lockOrInsert(webhook, clock.instant());
        return steps.answerTo(call.id(), webhook.request()).orElseGet(() -> decide(call, webhook, event));
    }

    private String decide(Call call, CallWebhook webhook, CallEvent event) {
        note(call, event);
        if (webhook.callerIsGone()) {
            end(call.carrierId(), webhook.status());
            return Response.of().toXml();
        }
        var company = settings.current();
        var decision = CallFlow.decide(situations.load(call.to(), company), event);
        var telling = Telling.of(decision.step());
        String answer = script(call, company).write(decision.step()).toXml();
        var taken = new StepTaken(clock.instant(), telling.kind(), telling.text(), decision.reason());
        steps.append(call.id(), webhook.request(), taken, answer);
        calls.moved(call.id(), telling.place(), telling.text(), telling.extensionId(), clock.instant());
        noteStep(call, decision.step());
        events.publishEvent(new CallChanged(call.id()));
        return answer;
    }

    private CallScript script(Call call, CompanySettings company) {
        // A withheld caller has no number to show, so the called phone sees the one that was dialled.
        return new CallScript(urls, company.businessName(), call.from() == null ? call.to() : null);
    }

    private void note(Call call, CallEvent event) {
        if (event instanceof CallEvent.MessageLeft) {
            calls.outcome(call.id(), Outcome.VOICEMAIL);
        } else if (event instanceof CallEvent.RingingEnded ringing && ringing.outcome() == DialOutcome.BRIDGED) {
            calls.outcome(call.id(), Outcome.ANSWERED);
        }
    }

    private void noteStep(Call call, CallStep step) {
        if (step instanceof TakeMessage message) {
            calls.offeredMailbox(call.id(), CallUrls.key(message.mailbox()));
        } else if (step instanceof CallStep.Goodbye(var farewell) && farewell == CallStep.Farewell.NOT_OUR_NUMBER) {
            calls.outcome(call.id(), Outcome.REJECTED);
        }
    }

    /** Somebody pressed 1 and is joined to the caller. */
    @Transactional
    public void accepted(CarrierId parent, UUID extensionId, String name) {
        calls.byCarrierId(parent).filter(Call::isLive).ifPresent(call -> {
            calls.answered(call.id(), extensionId, "Talking to " + name, clock.instant());
            var taken = new StepTaken(clock.instant(), Kind.CONNECTED, "Talking to " + name, name + " pressed 1");
            steps.append(call.id(), "accepted/" + extensionId, taken, "");
            events.publishEvent(new CallChanged(call.id()));
        });
    }

    /** The call is over; told more than once, it ended the first time. A call we never heard of is ignored. */
    @Transactional
    public void ended(CarrierId carrierId, CallStatus status) {
        end(carrierId, status);
    }

    private void end(CarrierId carrierId, CallStatus status) {
        calls.byCarrierId(carrierId).filter(Call::isLive).ifPresent(call -> {
            var outcome = outcomeAtEnd(call, status);
            calls.ended(call.id(), outcome, clock.instant());
            steps.append(
                    call.id(),
                    "ended",
                    new StepTaken(clock.instant(), Kind.ENDED, "The call ended", endReason(status)),
                    "");
            events.publishEvent(new CallChanged(call.id()));
        });
    }

    static Outcome outcomeAtEnd(Call call, CallStatus status) {
        if (call.outcome() != Outcome.IN_PROGRESS) {
            return call.outcome();
        }
        if (call.answeredAt() != null) {
            return Outcome.ANSWERED;
        }
        if (status == CallStatus.FAILED) {
            return Outcome.FAILED;
        }
        return call.place() == Call.Place.MENU ? Outcome.ABANDONED : Outcome.MISSED;
    }

    private static String endReason(CallStatus status) {
        return switch (status) {
            case COMPLETED -> "Somebody hung up";
            case CANCELED -> "The caller hung up while it rang";
            case FAILED -> "The carrier could not keep up the call";
            case BUSY, NO_ANSWER -> "The call was not answered";
            case QUEUED, INITIATED, RINGING, IN_PROGRESS -> "The carrier does not know the call any more";
        };
    }

    /** A message arrived, or was found to be silence. */
    @Transactional
    public void messageHeard(CarrierId carrierId, boolean somethingSaid) {
        calls.byCarrierId(carrierId)
                .filter(call -> call.outcome() != Outcome.ANSWERED)
                .filter(call -> somethingSaid || call.outcome() == Outcome.VOICEMAIL)
                .ifPresent(call -> {
                    calls.outcome(call.id(), somethingSaid ? Outcome.VOICEMAIL : Outcome.MISSED);
                    events.publishEvent(new CallChanged(call.id()));
                });
    }

    public @Nullable Call find(CarrierId carrierId) {
        return calls.byCarrierId(carrierId).orElse(null);
    }
}
