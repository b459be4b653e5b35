package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Conversation.LegOrder;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who is behind a number, and rings it. */
final class Switching {
    private final Equipment equipment;
    private final Handsets handsets;

    Switching(Equipment equipment, Handsets handsets) {
        this.equipment = equipment;
        this.handsets = handsets;
    }

    /** Rings the number that an outgoing leg calls. The leg learns later what came of it. */
    void ring(Leg leg) {
        equipment
                .state()
                .number(leg.call().to())
                .ifPresentOrElse(number -> ringCustomer(leg, number), () -> ringHandset(leg));
    }

    private void ringCustomer(Leg leg, IncomingNumber number) {
        Leg inbound = inbound(leg.conversation(), leg.call().from(), number, leg.speaker());
        connect(leg, inbound);
        leg.conversation().begin(inbound, () -> takeCall(inbound, number));
    }

    private static void connect(Leg outgoing, Leg inbound) {
        outgoing.connectTo(new PeerParty(inbound));
        inbound.connectTo(new PeerParty(outgoing));
    }

    /** A call's leg at the number that is called; its account runs it. */
    Leg inbound(Conversation conversation, String from, IncomingNumber number, Speaker caller) {
        Account owner = equipment.state().account(number.accountSid());
        Speaker speaker = owner.sid().equals(Account.OUTSIDE_SID) ? Speaker.HANDSET : Speaker.BUSINESS;
        LegOrder order = new LegOrder(owner, Call.Direction.INBOUND, from, number.phoneNumber(), null, number);
        Leg leg = conversation.leg(order, speaker, caller);
        String statusCallback = number.statusCallback();
        if (statusCallback != null && !statusCallback.isBlank()) {
            // A number's own callback fires only at the end (twilio.md section 2.3).
            equipment
                    .notices()
                    .subscribe(leg.call().sid(), statusCallback, number.statusCallbackMethod(), Set.of("completed"));
        }
        return leg;
    }

    /** What the number's owner has configured, from ringing to hanging up. */
    void takeCall(Leg inbound, IncomingNumber number) {
        inbound.tell(Speaker.CARRIER, "ringing", number.phoneNumber());
        inbound.far().ringing();
        WebhookTarget target = target(number.voice());
        if (target == null) {
            inbound.hangUp(Call.Status.FAILED);
            return;
        }
        new DocumentRunner(inbound, this, DocumentRunner.Scope.CALL, target)
                .run(new Instructions.Fetch(target, Map.of()));
        inbound.hangUp();
    }

    private static @Nullable WebhookTarget target(IncomingNumber.Hook voice) {
        String url = voice.url();
        return url == null || url.isBlank()
                ? null
                : new WebhookTarget(url, voice.method(), voice.fallbackUrl(), voice.fallbackMethod());
    }

    private void ringHandset(Leg leg) {
        String number = leg.call().to();
        Hood.dial(leg, "Ringing " + number);
        leg.tell(Speaker.CARRIER, "ringing", number);
        switch (handsets.behaviourOf(number)) {
            case Behaviour.Answer answer -> {
                leg.farRings();
                leg.conversation().begin(leg, () -> answerAfter(leg, answer));
            }
            case Behaviour.RingOut ringOut -> leg.farRings();
            case Behaviour.Busy busy -> leg.farRefused(Call.Status.BUSY);
            case Behaviour.Reject reject -> {
                leg.farRings();
                leg.farRefused(Call.Status.BUSY);
            }
            case Behaviour.Fail fail -> leg.farRefused(Call.Status.FAILED);
            case Behaviour.Person person -> ringPerson(leg);
        }
    }

    private void answerAfter(Leg leg, Behaviour.Answer answer) {
        Instant pickUp = leg.now().plus(answer.after());
        boolean gone = leg.conversation().timeline().await(pickUp, leg::isOver);
        String twiml = answer.twiml();
        if (gone) {
            return;
        }
        if (twiml == null) {
            leg.farAnswered();
            return;
        }
        Account outside = equipment.state().account(Account.OUTSIDE_SID);
        LegOrder order = new LegOrder(
                outside, Call.Direction.INBOUND, leg.call().from(), leg.call().to(), null, null);
        Leg handset = leg.conversation().leg(order, Speaker.HANDSET, leg.speaker());
        connect(leg, handset);
        leg.conversation().begin(handset, () -> {
            handset.answer();
            new DocumentRunner(handset, this, DocumentRunner.Scope.CALL, null).run(new Instructions.Inline(twiml));
            handset.hangUp();
        });
    }

    private static void ringNow(Leg leg, Telephone telephone) {
        leg.conversation().timeline().post(() -> {
            if (!leg.isOver() && !leg.isAnswered()) {
                PhoneParty.ring(leg, telephone);
            }
        });
    }

    /** Somebody at a browser phone; nobody there: it rings and is never answered. */
    private void ringPerson(Leg leg) {
        leg.farRings();
        handsets.telephoneOf(leg.call().to())
                .ifPresentOrElse(
                        telephone -> PhoneParty.ring(leg, telephone),
                        () -> handsets.ringWhoComes(leg, telephone -> ringNow(leg, telephone)));
    }
}
