package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Saying;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Offer;
import io.cloudpbx.twiml.Verb.Prompt;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is said on the way to a step, as part of a document. A key counts meanwhile, except where a recording ends with the last word. */
final class LeadingWords {
    /** After them, which nobody needs to answer. */
    private static final Duration KEY_WAIT = Duration.ofSeconds(1);

    private final CallUrls urls;
    private final Sentences sentences;
    private final int taken;

    /** @param taken how many steps the call has taken */
    LeadingWords(CallUrls urls, Sentences sentences, int taken) {
        this.urls = urls;
        this.sentences = sentences;
        this.taken = taken;
    }

    /** @param ending whether a recording ends with them @param then what is said at any rate @param turn of recordings */
    List<Verb> to(CallStep step, Saying first, boolean ending, List<? extends Verb> then, List<Verb> turn) {
        var verbs = new ArrayList<Verb>();
        if (first instanceof Saying.Nothing || ending) {
            verbs.addAll(before(first));
            verbs.addAll(then);
            verbs.addAll(turn);
        } else {
            verbs.addAll(turn);
            verbs.add(offered(step, List.of(sentences.spoken(first))));
            verbs.addAll(then);
        }
        return verbs;
    }

    /** @param greeting of the mailbox */
    List<Verb> to(TakeMessage message, boolean ending, Say greeting, List<Verb> turn) {
        var verbs = new ArrayList<>(ending ? before(message.first()) : List.of());
        verbs.addAll(turn);
        if (message.why() == Why.GREETED) {
            verbs.add(greeting);
        } else {
            verbs.add(offered(message, ending ? List.of(greeting) : prompts(message.first(), List.of(greeting))));
        }
        return verbs;
    }

    /** In silence the document goes on. */
    private Verb offered(CallStep step, List<Prompt> prompts) {
        String place = CallStep.interruptible(step).orElseThrow();
        return new Offer(urls.said(place, taken), KEY_WAIT, 1, prompts);
    }

    List<Verb> before(Saying first) {
        return first instanceof Saying.Nothing ? new ArrayList<>() : new ArrayList<>(List.of(sentences.spoken(first)));
    }

    /** Where all keys count. */
    List<Prompt> prompts(Saying first, List<? extends Prompt> then) {
        var prompts = new ArrayList<Prompt>();
        if (!(first instanceof Saying.Nothing)) {
            prompts.add(sentences.spoken(first));
        }
        prompts.addAll(then);
        return prompts;
    }
}
