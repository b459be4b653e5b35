package io.cloudpbx.calls;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.Courses.Course;
import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.flow.Taping;
import io.cloudpbx.calls.flow.Targets;
import io.cloudpbx.calls.hands.Handlings;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.RoutingRows.Led;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.calls.store.StepRows.Written;
import io.cloudpbx.calls.store.StreamRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.store.WaitingRows;
import io.cloudpbx.calls.taping.Tape;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.twiml.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    /** Nobody missed them, and nobody has to call them back. */
    private static final Set<Farewell> TURNED_AWAY = Set.of(Farewell.NOT_OUR_NUMBER, Farewell.BLOCKED);

    private final CallRows calls;
    private final StepRows steps;
    private final TurnRows turns;
    private final StreamRows streams;
    private final WaitingRows waiting;
    private final Tapes tapes;
    private final Handlings handlings;
    private final Courses courses;
    private final CallUrls urls;
    private final MenuSounds sounds;
    private final HoldSettings hold;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Calls(
            CallRows calls,
            StepRows steps,
            TurnRows turns,
            StreamRows streams,
            WaitingRows waiting,
            Tapes tapes,
            Handlings handlings,
            Courses courses,
            CallUrls urls,
            MenuSounds sounds,
            HoldSettings hold,
            Clock clock,
            ApplicationEventPublisher events) {
        this.calls = calls;
        this.steps = steps;
        this.turns = turns;
        this.streams = streams;
        this.waiting = waiting;
        this.tapes = tapes;
        this.handlings = handlings;
        this.courses = courses;
        this.urls = urls;
        this.sounds = sounds;
        this.hold = hold;
        this.clock = clock;
        this.events = events;
    }

    /** What the phone is told to do next, as TwiML. */
    @Transactional
    public String answer(CallWebhook webhook, CallEvent event) {
        return answer(webhook, event, call -> {});
    }

    /** @param alongside what else is written down, once, however often the webhook comes */
    @Transactional
    public String answer(CallWebhook webhook, CallEvent event, Consumer<Call> alongside) {
        var call = calls.lockOrInsert(webhook, clock.instant());
        var led = courses.led(call, webhook.request());
        return Optional.ofNullable(led.answer()).orElseGet(() -> {
            alongside.accept(call);
            return decide(call, webhook, event, led);
        });
    }

    /** What this webhook was answered before, if it was. */
    public Optional<String> answered(CallWebhook webhook) {
        return calls.byCarrierId(webhook.call()).flatMap(call -> steps.answerTo(call.id(), webhook.request()));
    }

    /** What the receptionist says next in a stream, and the turn that it then awaits. */
    public record Continued(Talk talk, String words) {}

    /**
     * What comes of something that happened in a stream. A step with which the conversation does not go on there is stored as the answer to
     * the request that the carrier makes when the stream has ended, so that nothing that it brings along has to be believed.
     *
     * @param alongside what else is written down, with the request under which the step is kept
     * @return empty when the call goes on elsewhere, or the stream is over
     */
    @Transactional
    public Optional<Continued> inStream(UUID stream, CallEvent event, BiConsumer<Call, String> alongside) {
        return streams.callOf(stream)
                .flatMap(calls::lock)
                .filter(Call::isLive)
                // Seen again, now that nobody else decides for this call.
                .filter(call -> streams.callOf(stream).isPresent())
                .flatMap(call -> decideInStream(stream, call, event, alongside));
    }

    private Optional<Continued> decideInStream(
            UUID stream, Call call, CallEvent event, BiConsumer<Call, String> alongside) {
        note(call, event);
        var course = courses.of(call, event, courses.led(call, CallUrls.streamed(stream)));
        if (course.next().step() instanceof Converse(var talk, var saying, var listening)
                && listening == Listening.STREAM) {
            String request = CallUrls.streamed(stream) + "/" + talk.turn();
            alongside.accept(call, request);
            take(call, request, course, "");
            streams.moved(stream, CallUrls.key(talk));
            return Optional.of(
                    new Continued(talk, new Sentences(course.company().businessName()).text(saying)));
        }
        alongside.accept(call, CallUrls.streamed(stream));
        take(call, CallUrls.streamed(stream), course, write(call, course));
        streams.decided(stream, clock.instant());
        return Optional.empty();
    }

    /**
     * What the phone is told when a stream has ended: what was decided in it or, when it broke, what is to be done about that.
     *
     * @param impossible whether the carrier can make no stream of ours
     */
    @Transactional
    public String afterStream(CallWebhook webhook, UUID stream, boolean impossible) {
        var call = calls.lockOrInsert(webhook, clock.instant());
        var led = courses.led(call, webhook.request());
        return Optional.ofNullable(led.answer()).orElseGet(() -> {
            Talk talk = streams.lost(stream, call.id(), impossible, clock.instant())
                    .map(CallUrls::talk)
                    .orElse(Talk.BEGINNING);
            return decide(call, webhook, new CallEvent.StreamBroke(talk), led);
        });
    }

    private String decide(Call call, CallWebhook webhook, CallEvent event, Led led) {
        note(call, event);
        if (webhook.callerIsGone()) {
            endOrLearn(call, webhook.status());
            return Response.of().toXml();
        }
        var course = courses.of(call, event, led);
        String answer = write(call, course);
        take(call, webhook.request(), course, answer);
        return answer;
    }

    /** What the carrier tells last may be what the caller did before they hung up. */
    private void endOrLearn(Call call, CallStatus status) {
        if (call.isLive()) {
            end(call.carrierId(), status);
        } else {
            events.publishEvent(new CallChanged(call.id()));
        }
    }

    private String write(Call call, Course course) {
        // A withheld caller has no number to show, and whoever was called from here is no caller: the phone sees the
        // number of ours.
        var script = new CallScript(
                urls,
                course.company().businessName(),
                new CallScript.Line(
                        call.id(),
                        call.from() == null || !call.cameIn() ? call.to() : null,
                        course.situation().routing().taken(),
                        hold.round()),
                () -> Targets.names(course.situation()),
                talk -> admit(call, talk),
                sounds);
        var step = course.next().step();
        var before = course.traces().taped() ? tapes.partsOf(call) : List.<Tape>of();
        var order = tapes.at(call, before, step, course.event() instanceof CallEvent.Transferred, Calls::announcement);
        var begun = order.begun();
        if (begun != null && Taping.isOfPeople(step)) {
            tapes.otherwise(
                    begun.tape(), script.write(step, order.withoutBeginning()).toXml());
        }
        return script.write(step, order).toXml();
    }

    private static String announcement(Tape.Kind kind, Language language) {
        return switch (kind) {
            case RECEPTIONIST -> Sentences.announcement(language);
            case PEOPLE, DIALED -> Announcements.recordedCall(language);
        };
    }

    private StreamPass admit(Call call, Talk talk) {
        var pass = StreamPass.fresh();
        streams.want(pass.stream(), call.id(), pass.token(), CallUrls.key(talk), clock.instant());
        return pass;
    }

    private void take(Call call, String request, Course course, String answer) {
        var step = course.next().step();
        var telling = Telling.of(step);
        var taken = new StepTaken(
                clock.instant(), telling.kind(), telling.text(), course.next().reason());
        var written = new Written(request, taken, answer, CallEvent.pressed(course.event()));
        calls.take(call.id(), written, telling.place(), telling.extensionId());
        if (course.event() instanceof CallEvent.Transferred) {
            calls.sentOn(call.id(), clock.instant());
        }
        noteStep(call, step, course.company());
        var plan = course.situation().routing().plan();
        if (course.traces().waiting() || WaitingRows.isInQueue(step, plan)) {
            waiting.went(call.id(), step, plan, clock.instant());
        }
        if (course.traces().inHands()) {
            handlings.went(call.id(), step);
        }
        events.publishEvent(new CallChanged(call.id(), call.isLive(), call.cameIn()));
    }

    private void note(Call call, CallEvent event) {
        Outcome known = outcomeOf(event);
        if (known != null) {
            calls.outcome(call.id(), known);
        }
    }

    /** What is known of how a call ends by what happened in it; null when nothing is. */
    static @Nullable Outcome outcomeOf(CallEvent event) {
        return switch (event) {
            case CallEvent.MessageLeft left -> Outcome.VOICEMAIL;
            case CallEvent.RingingEnded ringing when ringing.outcome() == DialOutcome.BRIDGED -> Outcome.ANSWERED;
            case CallEvent.TransferEnded transfer when transfer.outcome() == DialOutcome.BRIDGED -> Outcome.ANSWERED;
            case CallEvent.CallerSpoke spoke when isHelp(spoke.wanted()) -> Outcome.HANDLED;
            default -> null;
        };
    }

    /** Whether it is what a caller may have called for, so that nobody was missed who hangs up then. */
    private static boolean isHelp(Decision wanted) {
        return switch (wanted) {
            case Decision.Answer answer -> !answer.facts().isEmpty();
            case Decision.OptOut optOut -> true;
            case Decision.EndCall end -> true;
            case Decision.Connect connect -> false;
            case Decision.TakeMessage message -> false;
            case Decision.Clarify clarify -> false;
            case Decision.Operator operator -> false;
            case Decision.Reprompt again -> false;
            case Decision.Emergency emergency -> false;
            case Decision.Refuse refuse -> false;
        };
    }

    private void noteStep(Call call, CallStep step, CompanySettings company) {
        switch (step) {
            case TakeMessage message -> calls.offeredMailbox(call.id(), CallUrls.key(message.mailbox()));
            case Converse(var talk, var saying, var listening) -> {
                String words = new Sentences(company.businessName()).text(saying);
                turns.asked(call.id(), talk.turn(), words, listening, clock.instant());
            }
            case CallStep.Goodbye goodbye
            when TURNED_AWAY.contains(goodbye.farewell()) -> calls.outcome(call.id(), Outcome.REJECTED);
            case CallStep.Goodbye goodbye -> {}
            case CallStep.Connect connect -> {}
            case CallStep.Ring ring -> {}
            case CallStep.RingGroup group -> {}
            case CallStep.Forward forward -> {}
            case CallStep.Wait wait -> {}
            case CallStep.Menu menu -> {}
            case CallStep.AskName ask -> {}
            case CallStep.ChooseName choose -> {}
            case CallStep.OneMoment moment -> {}
            case CallStep.Hold hold -> {}
            case CallStep.Park park -> {}
            case CallStep.Rejoin rejoin -> {}
            case CallStep.LeadOn on -> {}
        }
    }

    /** Somebody pressed 1 and is joined to the caller. */
    @Transactional
    public void accepted(CarrierId parent, CarrierId leg, UUID extensionId, String name) {
        calls.byCarrierId(parent).filter(Call::isLive).ifPresent(call -> {
            calls.answered(call.id(), extensionId, "Talking to " + name, clock.instant());
            waiting.left(call.id());
            var taken = new StepTaken(clock.instant(), Kind.CONNECTED, "Talking to " + name, name + " pressed 1");
            steps.append(call.id(), "accepted/" + leg.value(), taken, "");
            events.publishEvent(new CallChanged(call.id()));
        });
    }

    /** The call is over; told more than once, it ended the first time. A call we never heard of is ignored. */
    @Transactional
    public void ended(CarrierId carrierId, CallStatus status) {
        end(carrierId, status);
    }

    private void end(CarrierId carrierId, CallStatus status) {
        end(carrierId, status, clock.instant());
    }

    /** The same, at a time that has passed. */
    void end(CarrierId carrierId, CallStatus status, Instant at) {
        calls.byCarrierId(carrierId).filter(Call::isLive).ifPresent(call -> {
            var outcome = outcomeAtEnd(call, status);
            calls.ended(call.id(), outcome, at);
            handlings.over(call.id());
            waiting.left(call.id());
            steps.append(call.id(), "ended", new StepTaken(at, Kind.ENDED, "The call ended", endReason(status)), "");
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
        return call.place() == Call.Place.MENU || call.place() == Call.Place.RECEPTIONIST
                ? Outcome.ABANDONED
                : Outcome.MISSED;
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

    public boolean isOver(UUID id) {
        return calls.find(id).filter(Call::isLive).isEmpty();
    }

    public Optional<Call> find(UUID id) {
        return calls.find(id);
    }

    public @Nullable Call find(CarrierId carrierId) {
        return calls.byCarrierId(carrierId).orElse(null);
    }
}
