package io.cloudpbx.calls;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Meet;
import io.cloudpbx.twiml.Verb.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is heard in calls that somebody here began, which another capability leads, when whoever is called waits on hold as callers do. */
@Component
public class HeldDialing {
    private final HoldSettings hold;

    HeldDialing(HoldSettings hold) {
        this.hold = hold;
    }

    /**
     * @param told whether they are told first
     * @param next asked from time to time
     */
    public Response waits(UUID call, boolean told, String next) {
        return after(told ? Announcements.hold(Language.ENGLISH) : "", HoldScript.waits(call, next, hold.round()));
    }

    /** @param left asked when the conversation is over for them */
    public Response talks(UUID call, String left) {
        return after(Announcements.offHold(Language.ENGLISH), HoldScript.talks(call, left));
    }

    /**
     * Of whoever calls them, in silence until they come; without them, there is no conversation.
     *
     * @param before the document begins with this
     */
    public Response calls(UUID call, List<Verb> before, String left) {
        var verbs = new ArrayList<>(before);
        verbs.add(new Meet(left, HoldScript.room(call), false, true, null));
        verbs.add(new Hangup());
        return new Response(verbs);
    }

    private static Response after(String words, List<Verb> document) {
        var verbs = new ArrayList<Verb>();
        if (!words.isEmpty()) {
            verbs.add(new Say(words));
        }
        verbs.addAll(document);
        return new Response(verbs);
    }
}
