package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Conversation.LegOrder;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Instant;
import java.util.Map;

/**
 * A leg that {@code <Dial>} made: it rings, hears the whisper, and is then ready to be connected. Several may hear
 * their whispers at once; the first whose whisper ends takes the call.
 */
final class DialledLeg {
    private final Leg leg;
    private final Switching switching;
    private final Verb.Endpoint noun;
    private boolean ready;

    private DialledLeg(Leg leg, Switching switching, Verb.Endpoint noun) {
        this.leg = leg;
        this.switching = switching;
        this.noun = noun;
    }

    static DialledLeg ring(Leg parent, Switching switching, Verb.Endpoint noun, String callerId) {
        LegOrder order =
                new LegOrder(parent.account(), Call.Direction.OUTBOUND_DIAL, callerId, Address.of(noun), parent, null);
        Leg leg = parent.conversation().leg(order, parent.speaker(), Speaker.HANDSET);
        leg.signalling().invite(Address.invitation(noun));
        leg.signalling().forwarded(parent.signalling().forwards() + 1);
        Verb.StatusCallback told = noun.statusCallback();
        if (told != null) {
            leg.equipment()
                    .notices()
                    .subscribe(
                            leg.call().sid(),
                            told.callback().url(),
                            told.callback().method(),
                            told.events());
        }
        DialledLeg dialled = new DialledLeg(leg, switching, noun);
        parent.conversation().begin(leg, dialled::run);
        return dialled;
    }

    Leg leg() {
        return leg;
    }

    boolean takesCall() {
        return ready && !leg.isOver();
    }

    /** What a SIP leg adds to the action's parameters ({@code twilio.md} section 2.2). */
    Map<String, String> sipResult() {
        return noun instanceof Verb.Sip
                ? Map.of(
                        "DialSipResponseCode",
                        String.valueOf(sipResponse()),
                        "DialSipCallId",
                        leg.call().sid() + "@sip.sandbox")
                : Map.of();
    }

    private int response() {
        return leg.signalling().response();
    }

    private int sipResponse() {
        return switch (leg.call().status()) {
            case BUSY -> response() == 0 ? 486 : response();
            case FAILED -> response() == 0 ? 404 : response();
            case NO_ANSWER, CANCELED -> 487;
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, COMPLETED -> 200;
        };
    }

    void giveUpRinging() {
        if (!leg.isAnswered()) {
            leg.hangUp(Status.NO_ANSWER);
        }
    }

    void hangUp(Status unanswered) {
        leg.hangUp(unanswered);
    }

    private void run() {
        if (!leg.equipment().limits().admits(leg)) {
            return;
        }
        try {
            leg.progress(Status.INITIATED);
            switching.ring(leg);
            leg.await(Instant.MAX, leg::isAnswered);
            if (noun instanceof Verb.PhoneNumber number) {
                MachineDetector.beside(leg, number.machineDetection());
                KeyPresses.press(leg, number.sendDigits());
            }
            if (whisper()) {
                ready = true;
                leg.await(Instant.MAX, leg::isOver);
            } else {
                leg.hangUp();
            }
        } catch (LegRedirected redirected) {
            leg.unbridge();
            new DocumentRunner(leg, switching, DocumentRunner.Scope.CALL, null).run(redirected.instructions());
            leg.hangUp();
        }
    }

    private boolean whisper() {
        Callback whisper = noun.whisper();
        if (whisper == null) {
            return true;
        }
        Instructions document = new Instructions.Fetch(WebhookTarget.of(whisper.url(), whisper.method()), Map.of());
        return new DocumentRunner(leg, switching, DocumentRunner.Scope.WHISPER, null).run(document)
                == DocumentRunner.Ending.END_OF_DOCUMENT;
    }
}
