package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answering-machine detection ({@code twilio.md} sections 2.3, 7 and 12): listens to how long whoever answered speaks
 * and is silent, with Twilio's thresholds. It guesses from the sound alone, as Twilio does, and can be as wrong.
 */
final class MachineDetector implements Tap {
    private final Leg leg;
    private final Verb.MachineDetection settings;
    private final Instant began;
    private final List<Utterance> heard = new ArrayList<>();

    private MachineDetector(Leg leg, Verb.MachineDetection settings) {
        this.leg = leg;
        this.settings = settings;
        this.began = leg.now();
        leg.speaking().ifPresent(heard::add);
        leg.taps().add(this);
    }

    /** Detects before anything else happens on the leg. */
    static void first(Leg leg, Verb.MachineDetection settings) {
        new MachineDetector(leg, settings).run();
    }

    /** Detects while the call goes on. */
    static void beside(Leg leg, Verb.@Nullable MachineDetection settings) {
        if (settings != null) {
            MachineDetector detector = new MachineDetector(leg, settings);
            leg.conversation().timeline().begin(detector::run);
        }
    }

    @Override
    public void inbound(Utterance utterance) {
        heard.add(utterance);
    }

    @Override
    public void outbound(Utterance utterance) {
        // What the carrier says tells nothing about who answered.
    }

    private void run() {
        String answeredBy;
        try {
            answeredBy = detect();
        } finally {
            leg.taps().remove(this);
        }
        if (leg.isOver()) {
            return;
        }
        leg.describe(leg.call().details().answeredBy(answeredBy));
        leg.tell(Speaker.CARRIER, "answered-by", answeredBy);
        tell(answeredBy);
    }

    private String detect() {
        Instant latest = began.plus(settings.timeout());
        await(
                earlier(began.plus(settings.silence()), latest),
                sound -> !sound.clip().isSilent());
        if (heardKind(Utterance.Kind.FAX)) {
            return "fax";
        }
        if (audible().isEmpty()) {
            return "unknown";
        }
        while (leg.now().isBefore(latest) && !leg.isOver()) {
            Instant quiet = quietSince();
            if (speaksFor(leg.now()).compareTo(settings.speech()) >= 0) {
                return settings.messageEnd() ? messageEnd(latest) : "machine_start";
            }
            if (!leg.now().isBefore(quiet.plus(settings.speechEnd()))) {
                return "human";
            }
            Instant machine = audible().getFirst().clip().start().plus(settings.speech());
            Instant over = quiet.plus(settings.speechEnd());
            int known = heard.size();
            await(
                    earlier(leg.now().isBefore(machine) ? earlier(machine, over) : over, latest),
                    any -> heard.size() > known);
        }
        return "unknown";
    }

    private String messageEnd(Instant latest) {
        while (leg.now().isBefore(latest) && !leg.isOver()) {
            if (heardKind(Utterance.Kind.BEEP)) {
                await(quietSince(), none -> false);
                return "machine_end_beep";
            }
            Instant ends = quietSince().plus(settings.speechEnd());
            if (!leg.now().isBefore(ends)) {
                return "machine_end_silence";
            }
            int known = heard.size();
            await(earlier(ends, latest), any -> heard.size() > known);
        }
        return "machine_end_other";
    }

    /** On the time line itself: what the REST API does to the leg is not this process's business. */
    private void await(Instant until, Predicate<Utterance> wanted) {
        leg.conversation()
                .timeline()
                .await(until, () -> leg.isOver() || heard.stream().anyMatch(wanted));
    }

    private boolean heardKind(Utterance.Kind kind) {
        return heard.stream().anyMatch(sound -> sound.kind() == kind);
    }

    private List<Utterance> audible() {
        return heard.stream().filter(sound -> !sound.clip().isSilent()).toList();
    }

    /** When the last sound that has begun is, or was, over. */
    private Instant quietSince() {
        return audible().stream()
                .map(sound -> sound.clip().audibleEnd())
                .max(Instant::compareTo)
                .orElse(began);
    }

    /** How long there has been speech, pauses for breath included. */
    private Duration speaksFor(Instant now) {
        Instant from = audible().getFirst().clip().start();
        return Duration.between(from, earlier(now, quietSince()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void tell(String answeredBy) {
        Callback callback = settings.callback();
        if (callback == null) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", leg.account().sid());
        parameters.put("AnsweredBy", answeredBy);
        parameters.put("CallSid", leg.call().sid());
        parameters.put(
                "MachineDetectionDuration",
                String.valueOf(Duration.between(began, leg.now()).toMillis()));
        leg.equipment().tell(leg, callback, parameters);
    }
}
