package io.cloudpbx.greetings.dictation;

import io.cloudpbx.greetings.sound.Playable;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What the phone of whoever speaks a greeting hears. A private voicemail never presses 1, so it is no greeting (A16). */
record DictationScript(DictationUrls urls) {
    private static final Duration KEY_WAIT = Duration.ofSeconds(8);
    private static final Duration SILENCE_ENDS_IT = Duration.ofSeconds(5);

    Response ask(UUID id) {
        return Response.of(
                new Gather(
                        urls.pressed(id),
                        KEY_WAIT,
                        1,
                        List.of(new Say("To record your greeting, press 1."), new Say("Press 1 to record."))),
                new Hangup());
    }

    Response record(UUID id) {
        return Response.of(
                new Say("Speak after the tone, and press pound when you're done."),
                new Record(urls.spoken(id), SILENCE_ENDS_IT, Playable.LONGEST, urls.recording(id), null),
                new Say("I didn't hear anything. Goodbye."),
                new Hangup());
    }

    Response thanks() {
        return Response.of(new Say("Thank you. You can listen to it in the call flow now. Goodbye."), new Hangup());
    }

    Response goodbye() {
        return Response.of(new Hangup());
    }
}
