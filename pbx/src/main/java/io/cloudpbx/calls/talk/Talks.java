package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.StillThinking;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Thoughts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The shell around a conversation with the receptionist. The mind is asked before anything is decided and outside any
 * transaction; a webhook that comes twice meets the same thought, and then the same answer.
 */
@Service
public class Talks {
    /** Together with the silence by which the carrier knows that somebody has finished, what a caller waits without a word. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** After a word of patience: what is left of the time a model has, and a little to put its answer together. */
    private static final Duration MORE_PATIENCE = Duration.ofMillis(2_000);

    private final Calls calls;
    private final Transcript transcript;
    private final Thoughts thoughts;

    Talks(Calls calls, Transcript transcript, Thoughts thoughts) {
        this.calls = calls;
        this.transcript = transcript;
        this.thoughts = thoughts;
    }

    /** The caller said or pressed something, or nothing. */
    public String heard(CallWebhook webhook, Talk talk, Heard heard) {
        return calls.answered(webhook).orElseGet(() -> answer(webhook, talk, heard));
    }

    private String answer(CallWebhook webhook, Talk talk, Heard heard) {
        Call call = calls.find(webhook.call());
        if (call == null || webhook.callerIsGone() || heard.isNothing()) {
            return calls.answer(
                    webhook, new CallerSilent(talk), known -> transcript.heard(known, talk, heard, webhook.request()));
        }
        if (!heard.digits().isEmpty()) {
            return calls.answer(
                    webhook,
                    new CallerPressed(talk, heard.digits()),
                    known -> transcript.heard(known, talk, heard, webhook.request()));
        }
        return think(call, talk, heard)
                .map(decided -> spoken(webhook, talk, new Transcript.Weighing(heard, decided, false)))
                .orElseGet(() ->
                        calls.answer(webhook, new StillThinking(talk), known -> transcript.heard(known, talk, heard)));
    }

    private Optional<Decided> think(Call call, Talk talk, Heard heard) {
        var said = transcript.turn(call, talk, heard);
        return thoughts.about(call.id(), talk.turn(), said, PATIENCE);
    }

    /** The caller was asked for a moment of patience, which is over. On another node nothing is known of the thought. */
    public String thought(CallWebhook webhook, Talk talk) {
        return calls.answered(webhook).orElseGet(() -> {
            Call call = calls.find(webhook.call());
            var heard = call == null ? Optional.<Heard>empty() : transcript.heardIn(call, talk);
            if (call == null || heard.isEmpty() || webhook.callerIsGone()) {
                return calls.answer(webhook, new CallerSilent(talk));
            }
            Decided decided = thoughts.underWay(call.id(), talk.turn(), MORE_PATIENCE)
                    .orElseGet(() -> thoughts.withoutModel(transcript.turn(call, talk, heard.get()), "too_slow"));
            return spoken(webhook, talk, new Transcript.Weighing(heard.get(), decided, true));
        });
    }

    private String spoken(CallWebhook webhook, Talk talk, Transcript.Weighing weighing) {
        var decided = weighing.decided();
        return calls.answer(
                webhook,
                new CallerSpoke(talk, decided.decision(), Language.tagged(decided.language())),
                call -> transcript.weighed(call, talk, weighing, webhook.request()));
    }

    /** Nobody hears any more what would come of it. */
    @EventListener
    void on(CallChanged change) {
        if (thoughts.areAbout(change.callId()) && calls.isOver(change.callId())) {
            thoughts.forget(change.callId());
        }
    }
}
