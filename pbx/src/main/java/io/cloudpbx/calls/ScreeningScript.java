package io.cloudpbx.calls;

import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;

/**
 * What the called phone hears before it is joined to the caller. A private voicemail never presses 1, so it never swallows a
 * business call (A16).
 */
record ScreeningScript(CallUrls urls) {
    private static final Duration KEY_WAIT = Duration.ofSeconds(8);

    /**
     * @param history who sent the call on, and whether it is recorded, in sentences; perhaps none
     * @param wish what the caller told the receptionist, in the caller's words; empty when they told nothing
     */
    Response ask(String ext, String calleeName, String callerSpoken, String history, String wish) {
        String told = wish.isEmpty() ? "" : " They said: " + wish + ".";
        String before = history.isEmpty() ? "" : " " + history;
        String question =
                "Call for " + calleeName + " from " + callerSpoken + "." + before + told + " Press 1 to take it.";
        return Response.of(
                new Gather(
                        urls.screened(ext),
                        KEY_WAIT,
                        1,
                        List.of(new Say(question), new Say("Press 1 to take the call."))),
                new Hangup());
    }

    /** The end of this document joins the two. */
    Response accepted() {
        return Response.of();
    }

    Response declined() {
        return Response.of(new Hangup());
    }
}
