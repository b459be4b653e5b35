package io.cloudpbx.calls.web;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.Answering;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.InHands;
import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.NameChosen;
import io.cloudpbx.calls.flow.CallEvent.NameKeyed;
import io.cloudpbx.calls.flow.CallEvent.NothingSaid;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.CallEvent.WaitingEnded;
import io.cloudpbx.calls.flow.CallEvent.WordsInterrupted;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.talk.Talks;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.DialOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the phone does next: every answer is TwiML, whatever happens to us. */
@RestController
@RequestMapping(path = "/ivr", produces = Twiml.XML)
class IvrController {
    private static final Logger LOG = LoggerFactory.getLogger(IvrController.class);

    /** The carrier takes no such settings, so the next try would end like this one ({@code twilio.md} section 14). */
    private static final String IMPOSSIBLE_STREAM = "64101";

    private final Calls calls;
    private final Answering answering;
    private final Talks talks;
    private final Apology apology;

    IvrController(Calls calls, Answering answering, Talks talks, Apology apology) {
        this.calls = calls;
        this.answering = answering;
        this.talks = talks;
        this.apology = apology;
    }

    @PostMapping("/inbound")
    ResponseEntity<String> inbound(
            HttpServletRequest request, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new Arrived());
    }

    /** @param step makes the address the call's own. Without it and the place, of a call that began before an update of ours */
    @PostMapping({"/menu/{visit}/{silences}", "/menu/{visit}/{silences}/{place}/{step}"})
    ResponseEntity<String> menu(
            @PathVariable int visit,
            @PathVariable int silences,
            @PathVariable(required = false) @Nullable String place,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        String menu = Objects.requireNonNullElse(place, Plan.MAIN_MENU);
        return answer(request, form, new MenuAnswered(menu, visit, silences, Keys.pressed(form)));
    }

    @PostMapping("/rung/{place}/{leg}/{step}")
    ResponseEntity<String> rung(
            @PathVariable String place,
            @PathVariable int leg,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return Twiml.answer(answering.answer(
                Incoming.webhook(request, form),
                accepted -> new RingingEnded(place, leg, dialOutcome(form, accepted))));
    }

    /** Of a call that rang before an update of ours. */
    @PostMapping("/rung/{ext}")
    ResponseEntity<String> rung(
            @PathVariable String ext,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return Twiml.answer(answering.answer(
                Incoming.webhook(request, form), accepted -> new RingingEnded(ext, dialOutcome(form, accepted))));
    }

    /** Carriers that do not report a bridge leave our own note of the pressed 1 to decide (A16). */
    private static DialOutcome dialOutcome(WebhookForm form, Predicate<CarrierId> accepted) {
        boolean bridged = form.find("DialBridged")
                .map(Boolean::parseBoolean)
                .orElseGet(() -> form.find("DialCallSid")
                        .filter(CarrierId::isOne)
                        .map(CarrierId::new)
                        .filter(accepted)
                        .isPresent());
        return DialOutcome.reported(form.get("DialCallStatus"), bridged);
    }

    /** Asked when somebody of us has transferred the call, or it comes back to them. */
    @PostMapping({"/transferred/{place}/{by}/{step}", "/transferred/{place}/{by}/{step}/{because}"})
    ResponseEntity<String> transferred(
            @PathVariable String place,
            @PathVariable String by,
            @PathVariable(required = false) @Nullable Because because,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(
                request,
                form,
                new Transferred(place, CallUrls.by(by), Objects.requireNonNullElse(because, Because.SENT)));
    }

    /** Asked for a caller with whom one of us does something. */
    @PostMapping("/hands/{moment}/{step}")
    ResponseEntity<String> hands(
            @PathVariable Moment moment,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new InHands(moment));
    }

    /** Asked when keys were pressed in a queue. */
    @PostMapping("/waited/{place}/{leg}/{step}")
    ResponseEntity<String> waited(
            @PathVariable String place,
            @PathVariable int leg,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new WaitingEnded(place, leg, Keys.pressed(form)));
    }

    /** Asked when a key was pressed during words that lead to that place. */
    @PostMapping("/said/{place}/{step}")
    ResponseEntity<String> said(
            @PathVariable String place,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new WordsInterrupted(place, Keys.pressed(form)));
    }

    @PostMapping("/name/{place}/{visit}/{step}")
    ResponseEntity<String> name(
            @PathVariable String place,
            @PathVariable int visit,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new NameKeyed(place, visit, Keys.pressed(form)));
    }

    @PostMapping("/chosen/{place}/{visit}/{name}/{step}")
    ResponseEntity<String> chosen(
            @PathVariable String place,
            @PathVariable int visit,
            @PathVariable String name,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new NameChosen(place, visit, name, Keys.pressed(form)));
    }

    @PostMapping("/talk/{talk}")
    ResponseEntity<String> talk(
            @PathVariable String talk,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        var webhook = Incoming.webhook(request, form);
        var at = CallUrls.talk(talk);
        return Twiml.answer(answering.converse(
                webhook, at, Keys.pressed(form), () -> talks.heard(webhook, at, Incoming.heard(form))));
    }

    /** Asked after a moment of patience. */
    @PostMapping("/thought/{talk}")
    ResponseEntity<String> thought(
            @PathVariable String talk,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        var webhook = Incoming.webhook(request, form);
        var at = CallUrls.talk(talk);
        return Twiml.answer(answering.converse(webhook, at, "", () -> talks.thought(webhook, at)));
    }

    @PostMapping("/returned/{talk}/{target}/{ext}")
    ResponseEntity<String> returned(
            @PathVariable String talk,
            @PathVariable String target,
            @PathVariable String ext,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return Twiml.answer(answering.answer(
                Incoming.webhook(request, form),
                accepted -> new TransferEnded(CallUrls.talk(talk), target, ext, dialOutcome(form, accepted))));
    }

    /** Asked when a stream has ended; what is decided then is decided by what we know, not by what it brings along. */
    @PostMapping("/streamed/{stream}")
    ResponseEntity<String> streamed(
            @PathVariable UUID stream,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        String error = form.get("ErrorCode").replaceAll("[^0-9]", "");
        if (!error.isEmpty()) {
            LOG.warn("Stream {} failed at the carrier with error {}", stream, error);
        }
        var webhook = Incoming.webhook(request, form);
        return Twiml.answer(answering.converse(
                webhook,
                Talk.BEGINNING,
                "",
                () -> calls.afterStream(webhook, stream, error.equals(IMPOSSIBLE_STREAM))));
    }

    /** Asked when keys were pressed by whoever was told of a recording. A refusal that cannot be looked up leads to the apology. */
    @PostMapping("/unrecorded/{tape}")
    ResponseEntity<String> unrecorded(@PathVariable UUID tape) {
        return Twiml.answer(answering.unrecorded(tape));
    }

    @PostMapping("/recorded/{mailbox}")
    ResponseEntity<String> recorded(
            @PathVariable String mailbox,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new MessageLeft());
    }

    @PostMapping("/silent/{mailbox}")
    ResponseEntity<String> silent(
            @PathVariable String mailbox,
            HttpServletRequest request,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(request, form, new NothingSaid());
    }

    private ResponseEntity<String> answer(HttpServletRequest request, WebhookForm form, CallEvent event) {
        return Twiml.answer(answering.answer(Incoming.webhook(request, form), accepted -> event));
    }

    /** Nobody hears silence because of a bug: an apology and a mailbox (R16). */
    @ExceptionHandler(Exception.class)
    ResponseEntity<String> apologise(Exception failure, HttpServletRequest request) {
        return Twiml.answer(apology.afterFailure(failure, request));
    }
}
