package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.twiml.Verb.DialRecording.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rings others and connects the first who takes the call ({@code twilio.md} section 7, {@code <Dial>}). */
final class DialRun {
    private static final int NO_PERMISSION = 13227;

    private final Leg leg;
    private final Switching switching;
    private final Verb.Dial dial;
    private final List<DialledLeg> dialled = new ArrayList<>();
    private @Nullable DialledLeg connected;
    private @Nullable Recorder recorder;
    private boolean starPressed;
    private int refused;

    DialRun(Leg leg, Switching switching, Verb.Dial dial) {
        this.leg = leg;
        this.switching = switching;
        this.dial = dial;
    }

    Next run() {
        Optional<Verb.UnsupportedNoun> unsupported = dial.nouns().stream()
                .filter(Verb.UnsupportedNoun.class::isInstance)
                .map(Verb.UnsupportedNoun.class::cast)
                .findFirst();
        if (unsupported.isPresent()) {
            report(12200, "<Dial><" + unsupported.get().name() + "> is not imitated here");
            return new Next.Fail();
        }
        Verb.Noun first = dial.nouns().isEmpty() ? null : dial.nouns().getFirst();
        if (first instanceof Verb.Conference conference) {
            return new ConferenceRun(leg, switching, dial).run(conference);
        }
        if (first instanceof Verb.Queue queue) {
            return new QueueDial(leg, switching, dial).run(queue);
        }
        Optional<Recording> recording;
        try {
            ringAll();
        } catch (LegEnded callerGone) {
            hangUpAll(Status.CANCELED);
            tellAfterHangUp(finishRecording());
            throw callerGone;
        } catch (LegRedirected redirected) {
            hangUpAll(Status.CANCELED);
            finishRecording();
            throw redirected;
        }
        recording = finishRecording();
        Callback action = dial.action();
        return action == null ? new Next.Onward() : new Next.GoTo(action, parameters(recording));
    }

    private void ringAll() {
        String callerId = dial.callerId() == null ? leg.call().from() : DialledNumber.normalised(dial.callerId());
        if (!DialledNumber.mayCallAs(leg, callerId)) {
            report(13214, "Dial: Invalid callerId value " + callerId);
            return;
        }
        if (dial.recording().start() == Start.FROM_RINGING) {
            record();
        }
        List<Verb.Endpoint> endpoints = dial.nouns().stream()
                .filter(Verb.Endpoint.class::isInstance)
                .map(Verb.Endpoint.class::cast)
                .filter(this::dialable)
                .toList();
        List<List<Verb.Endpoint>> rounds =
                dial.sequential() ? endpoints.stream().map(List::of).toList() : List.of(endpoints);
        for (List<Verb.Endpoint> round : rounds) {
            if (connected == null && !round.isEmpty()) {
                ring(round, callerId);
            }
        }
    }

    private boolean dialable(Verb.Endpoint endpoint) {
        String address = Address.of(endpoint);
        boolean phone = endpoint instanceof Verb.PhoneNumber;
        boolean valid = phone ? DialledNumber.isValid(address) : Address.isValid(address);
        if (!valid) {
            report(phone ? 13223 : 13224, "Dial: Invalid " + (phone ? "phone number format " : "address ") + address);
        }
        return valid && !(phone && isForbidden(address));
    }

    private boolean isForbidden(String number) {
        boolean forbidden = !Emergency.isNumber(number)
                && !leg.equipment()
                        .state()
                        .dialingPermissions()
                        .mayCall(leg.account().sid(), number);
        if (forbidden) {
            refused = NO_PERMISSION;
            report(NO_PERMISSION, "Dial: Geo Permission configuration is not permitting call");
        }
        return forbidden;
    }

    private void ring(List<Verb.Endpoint> endpoints, String callerId) {
        List<DialledLeg> round = endpoints.stream()
                .map(endpoint -> DialledLeg.ring(leg, switching, endpoint, callerId))
                .toList();
        dialled.addAll(round);
        Instant latest = leg.now().plus(dial.timeout());
        leg.await(latest, () -> rings(round) || decided(round));
        leg.far().ringback(rings(round));
        boolean inTime = leg.await(latest, () -> decided(round));
        if (!inTime) {
            round.forEach(DialledLeg::giveUpRinging);
            // Who has picked up in time may hear the whisper to its end.
            leg.await(Instant.MAX, () -> decided(round));
        }
        leg.far().ringback(false);
        Optional<DialledLeg> taker =
                round.stream().filter(DialledLeg::takesCall).findFirst();
        if (taker.isPresent()) {
            connected = taker.get();
            round.stream().filter(other -> other != connected).forEach(other -> other.hangUp(Status.CANCELED));
            converse(taker.get().leg());
        }
    }

    private static boolean rings(List<DialledLeg> round) {
        return round.stream().anyMatch(other -> other.leg().call().status() == Status.RINGING);
    }

    private static boolean decided(List<DialledLeg> round) {
        return round.stream().anyMatch(DialledLeg::takesCall)
                || round.stream().allMatch(other -> other.leg().isOver());
    }

    private void converse(Leg other) {
        leg.answer();
        leg.bridge(other);
        Hood.dial(leg, "Connected with " + other.call().to());
        if (dial.recording().start() == Start.FROM_ANSWER) {
            record();
        }
        if (dial.hangupOnStar()) {
            leg.whenStar(() -> starPressed = true);
        }
        Instant latest = leg.now().plus(dial.timeLimit());
        leg.await(latest, () -> other.isOver() || starPressed || !leg.isBridged());
        leg.whenStar(() -> {});
        // Redirected by the REST API, the other leg lives on without this one.
        if (leg.isBridged()) {
            leg.unbridge();
            other.hangUp();
        }
    }

    private void hangUpAll(Status unanswered) {
        leg.whenStar(() -> {});
        leg.unbridge();
        leg.far().ringback(false);
        dialled.forEach(other -> other.hangUp(unanswered));
    }

    private void record() {
        recorder = Recorder.start(
                leg,
                new Recorder.Order(
                        Recording.Source.DIAL_VERB,
                        dial.recording().dual(),
                        dial.recording().track(),
                        dial.recording().trimSilence(),
                        dial.recording().statusCallback(),
                        null,
                        dial.timeLimit()));
    }

    private Optional<Recording> finishRecording() {
        Recorder running = recorder;
        recorder = null;
        return running == null ? Optional.empty() : running.finish();
    }

    private void tellAfterHangUp(Optional<Recording> recording) {
        Callback action = dial.action();
        if (action != null) {
            AfterHangUp.tell(leg, action, parameters(recording));
        }
    }

    private Map<String, String> parameters(Optional<Recording> recording) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Status status = outcome();
        parameters.put("DialCallStatus", status.text());
        Optional<DialledLeg> told = Optional.ofNullable(connected)
                .or(() -> dialled.stream()
                        .filter(other -> other.leg().call().status() == status)
                        .findFirst())
                .or(() -> dialled.isEmpty() ? Optional.empty() : Optional.of(dialled.getLast()));
        told.ifPresent(other -> parameters.put("DialCallSid", other.leg().call().sid()));
        if (status == Status.COMPLETED) {
            told.ifPresent(other -> parameters.put(
                    "DialCallDuration",
                    String.valueOf(NoticeBook.seconds(other.leg().call()))));
        }
        told.ifPresent(other -> parameters.putAll(other.sipResult()));
        parameters.put("DialBridged", String.valueOf(connected != null));
        if (status == Status.FAILED && refused != 0) {
            parameters.put("ErrorCode", String.valueOf(refused));
        }
        recording.ifPresent(taken ->
                parameters.put("RecordingUrl", leg.equipment().recordings().url(taken)));
        return parameters;
    }

    /** A leg that was picked up and then refused in the whisper counts as completed; DialBridged tells the difference. */
    private Status outcome() {
        if (connected != null) {
            return Status.COMPLETED;
        }
        if (leg.isOver()) {
            return Status.CANCELED;
        }
        for (Status status : List.of(Status.COMPLETED, Status.NO_ANSWER, Status.BUSY)) {
            if (dialled.stream().anyMatch(other -> other.leg().call().status() == status)) {
                return status;
            }
        }
        return Status.FAILED;
    }

    private void report(int code, String message) {
        Hood.error(leg, code, message);
    }
}
