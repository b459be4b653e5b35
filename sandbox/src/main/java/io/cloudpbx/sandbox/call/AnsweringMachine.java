package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;

/** What answers when no person does. */
final class AnsweringMachine {
    private static final Duration RECORDS_AT_MOST = Duration.ofMinutes(2);
    private static final Duration BEFORE_BEEP = Duration.ofMillis(500);

    private AnsweringMachine() {}

    /** Greets, beeps, records; what it recorded belongs to the outside world's account. */
    static void run(Leg leg, Behaviour.Machine machine) {
        PromptPlayer prompts = new PromptPlayer(leg);
        leg.answer();
        prompts.play(new Verb.Say(machine.words(), "woman", "en-US", 1), () -> false);
        if (machine.beeps()) {
            leg.pause(BEFORE_BEEP);
            prompts.beep();
        }
        Recorder recorder = Recorder.inBackground(
                leg,
                new Recorder.Order(Recording.Source.RECORD_VERB, false, Verb.Track.INBOUND, true, null, null, null));
        leg.pause(RECORDS_AT_MOST);
        recorder.finish();
    }

    static void fax(Leg leg) {
        leg.answer();
        new PromptPlayer(leg).faxTone();
        leg.pause(RECORDS_AT_MOST);
    }
}
