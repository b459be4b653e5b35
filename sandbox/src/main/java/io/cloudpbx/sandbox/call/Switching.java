package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Conversation.LegOrder;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Application;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds who is behind a number, and rings it. */
final class Switching {
    /** What SIP's {@code Max-Forwards} starts at: a number that dials itself comes to an end. */
    private static final int FORWARDS_MAX = 70;

    private final Equipment equipment;
    private final Handsets handsets;
    private final Conferences conferences;
    private final Queues queues;

    Switching(Equipment equipment, Handsets handsets) {
        this.equipment = equipment;
        this.handsets = handsets;
        this.conferences = new Conferences(equipment);
        this.queues = new Queues(equipment);
    }

    Conferences conferences() {
        return conferences;
    }

    Queues queues() {
        return queues;
    }

    /** Rings the number that an outgoing leg calls. The leg learns later what came of it. */
    void ring(Leg leg) {
        equipment
                .state()
                .number(leg.call().to())
                .ifPresentOrElse(number -> ringCustomer(leg, number), () -> ringHandset(leg));
    }

    private void ringCustomer(Leg leg, IncomingNumber number) {
        if (leg.signalling().forwards() > FORWARDS_MAX) {
            Hood.error(leg, 11215, "The call was dialled on more than " + FORWARDS_MAX + " times");
            refuse(leg, Call.Status.FAILED, 483);
            return;
        }
        Leg inbound = inbound(leg.conversation(), shownCaller(leg), number, leg.speaker());
        inbound.signalling().forwarded(leg.signalling().forwards());
        connect(leg, inbound);
        leg.conversation().begin(inbound, () -> takeCall(inbound, number));
    }

    /** Whom the far side sees calling: the leg's own caller, unless another caller id was asked for. */
    private static String shownCaller(Leg leg) {
        return leg.signalling().callerId(leg.call().from());
    }

    private static void connect(Leg outgoing, Leg inbound) {
        outgoing.connectTo(new PeerParty(inbound));
        inbound.connectTo(new PeerParty(outgoing));
    }

    /** A call's leg at the number that is called; its account runs it. */
    Leg inbound(Conversation conversation, String from, IncomingNumber number, Speaker caller) {
        Account owner = equipment.state().account(number.accountSid());
        Speaker speaker = owner.sid().equals(Account.OUTSIDE_SID) ? Speaker.HANDSET : Speaker.BUSINESS;
        CallerTraits traits = handsets.traitsOf(from);
        LegOrder order =
                new LegOrder(owner, Call.Direction.INBOUND, traits.from(from), number.phoneNumber(), null, number);
        Leg leg = conversation.leg(order, speaker, caller);
        Optional<Application> application = equipment.state().applications().ofCallsTo(number);
        leg.describe(arriving(leg.call(), traits.details(), number, application));
        if (speaker == Speaker.BUSINESS) {
            SilenceMeter.follow(leg, equipment.ledger());
        }
        application.ifPresentOrElse(
                routes -> tellEnd(leg, routes.statusCallback(), routes.statusCallbackMethod()),
                () -> tellEnd(leg, number.statusCallback(), number.statusCallbackMethod()));
        return leg;
    }

    /** A number's own callback fires only at the end ({@code twilio.md} section 2.3). */
    private void tellEnd(Leg leg, @Nullable String url, String method) {
        if (url != null && !url.isBlank()) {
            equipment.notices().subscribe(leg.call().sid(), url, method, Set.of("completed"));
        }
    }

    /** What comes with a call: its token, and its caller's name if the number has it looked up. */
    private Call.Details arriving(
            Call call, Call.Details traits, IncomingNumber number, Optional<Application> application) {
        Map<String, String> parameters = new LinkedHashMap<>(traits.parameters());
        parameters.putIfAbsent("CallToken", equipment.state().callTokens().of(call));
        application.ifPresent(routes -> parameters.put("ApplicationSid", routes.sid()));
        String name = number.looksUpCallers() ? CallParameters.callerName(call.from()) : null;
        return new Call.Details(null, traits.forwardedFrom(), name, parameters);
    }

    /** What the number's owner has configured, from ringing to hanging up. */
    void takeCall(Leg inbound, IncomingNumber number) {
        if (!equipment.limits().admits(inbound)) {
            return;
        }
        inbound.tell(Speaker.CARRIER, "ringing", number.phoneNumber());
        inbound.far().ringing();
        WebhookTarget target = WebhookTarget.of(equipment.state().applications().voiceOf(number))
                .orElse(null);
        if (target == null) {
            inbound.hangUp(Call.Status.FAILED);
            return;
        }
        new DocumentRunner(inbound, this, DocumentRunner.Scope.CALL, target)
                .run(new Instructions.Fetch(target, Map.of()));
        inbound.hangUp();
    }

    private void ringHandset(Leg leg) {
        String number = Address.endpoint(leg.call().to());
        Hood.dial(leg, "Ringing " + number);
        leg.tell(Speaker.CARRIER, "ringing", number);
        if (Emergency.isNumber(number)) {
            ringHost(leg, Duration.ofSeconds(1), Emergency::answer);
            return;
        }
        switch (handsets.behaviourOf(number)) {
            case Behaviour.Answer answer -> ringSipAware(leg, answer);
            case Behaviour.Machine machine ->
                ringHost(leg, machine.after(), handset -> AnsweringMachine.run(handset, machine));
            case Behaviour.Fax fax -> ringHost(leg, fax.after(), AnsweringMachine::fax);
            case Behaviour.RingOut ringOut -> leg.farRings();
            case Behaviour.Busy busy -> refuse(leg, Call.Status.BUSY, 486);
            case Behaviour.Reject reject -> {
                leg.farRings();
                refuse(leg, Call.Status.BUSY, 603);
            }
            case Behaviour.Fail fail ->
                refuse(leg, Call.Status.FAILED, Objects.requireNonNullElse(fail.sipResponseCode(), 404));
            case Behaviour.Person person -> ringPerson(leg);
        }
    }

    private static void refuse(Leg leg, Call.Status status, int sipResponse) {
        leg.signalling().responded(sipResponse);
        leg.farRefused(status);
    }

    /** Without the credentials that a SIP endpoint wants it says 407, with wrong ones 403. */
    private void ringSipAware(Leg leg, Behaviour.Answer answer) {
        Invitation given = leg.signalling().invitation();
        boolean welcome = answer.username() == null
                || (answer.username().equals(given.username())
                        && Objects.requireNonNullElse(answer.password(), "").equals(given.password()));
        if (!welcome) {
            refuse(leg, Call.Status.FAILED, given.username().isEmpty() ? 407 : 403);
            return;
        }
        String twiml = answer.twiml();
        if (twiml == null) {
            leg.farRings();
            leg.conversation().begin(leg, () -> {
                if (!leg.conversation().timeline().await(leg.now().plus(answer.after()), leg::isOver)) {
                    leg.farAnswered();
                }
            });
            return;
        }
        ringHost(leg, answer.after(), handset -> {
            handset.answer();
            new DocumentRunner(handset, this, DocumentRunner.Scope.CALL, null).run(new Instructions.Inline(twiml));
        });
    }

    /** Whoever answers does it on a leg of the outside world's own. */
    private void ringHost(Leg leg, Duration after, Consumer<Leg> host) {
        leg.farRings();
        leg.conversation().begin(leg, () -> {
            if (leg.conversation().timeline().await(leg.now().plus(after), leg::isOver)) {
                return;
            }
            Account outside = equipment.state().account(Account.OUTSIDE_SID);
            LegOrder order = new LegOrder(
                    outside,
                    Call.Direction.INBOUND,
                    shownCaller(leg),
                    leg.call().to(),
                    null,
                    null);
            Leg handset = leg.conversation().leg(order, Speaker.HANDSET, leg.speaker());
            handset.describe(new Call.Details(
                    null, null, null, leg.signalling().invitation().parameters()));
            connect(leg, handset);
            leg.conversation().begin(handset, () -> {
                host.accept(handset);
                handset.hangUp();
            });
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
        String to = leg.call().to();
        if (Address.isMeant(to)) {
            // Nobody has registered under that name.
            refuse(leg, Address.isSip(to) ? Call.Status.FAILED : Call.Status.NO_ANSWER, 404);
            return;
        }
        leg.farRings();
        handsets.telephoneOf(leg.call().to())
                .ifPresentOrElse(
                        telephone -> PhoneParty.ring(leg, telephone),
                        () -> handsets.ringWhoComes(leg, telephone -> ringNow(leg, telephone)));
    }
}
