package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.flow.Targets;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.extensions.AliasConfirmed;
import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.receptionist.LearnedNames;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Learns from a call that is over what its caller called whom they reached. Only a person who took the call shows that nobody was
 * connected wrongly; who withholds their number cannot be told from another, so nothing is learned from them.
 */
@Component
class Learning implements Job {
    private static final String KIND = "calls.learn";

    /** Who calls again so soon and reaches somebody else was connected wrongly before. */
    private static final Duration CAME_BACK = Duration.ofMinutes(15);

    private final CallRows calls;
    private final TurnRows turns;
    private final Transcript transcript;
    private final Aliases aliases;
    private final Jobs jobs;

    Learning(CallRows calls, TurnRows turns, Transcript transcript, Aliases aliases, Jobs jobs) {
        this.calls = calls;
        this.turns = turns;
        this.transcript = transcript;
        this.aliases = aliases;
        this.jobs = jobs;
    }

    @EventListener
    void on(CallChanged change) {
        if (!change.led()) {
            calls.find(change.callId())
                    .filter(Learning::reachedSomebody)
                    .ifPresent(call -> jobs.soon(KIND, call.id().toString()));
        }
    }

    private static boolean reachedSomebody(Call call) {
        return !call.isLive()
                && call.outcome() == Call.Outcome.ANSWERED
                && call.extensionId() != null
                && call.from() != null;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        calls.find(UUID.fromString(key)).filter(Learning::reachedSomebody).ifPresent(this::learn);
        return new Outcome.Done();
    }

    private void learn(Call call) {
        PhoneNumber caller = call.from();
        UUID reached = call.extensionId();
        if (caller == null || reached == null) {
            return;
        }
        aliases.cameBack(caller, reached, call.startedAt().minus(CAME_BACK));
        Lesson.of(turns.of(call.id()))
                .filter(lesson -> lesson.target().equals(Targets.id(reached)))
                .flatMap(lesson -> name(call, lesson)
                        .map(words ->
                                new AliasConfirmed(reached, words, call.id(), caller, ended(call), lesson.asked())))
                .ifPresent(aliases::confirm);
    }

    private static Instant ended(Call call) {
        return Objects.requireNonNullElse(call.endedAt(), call.startedAt());
    }

    private Optional<String> name(Call call, Lesson lesson) {
        var said = transcript.turn(call, Talk.BEGINNING, Heard.of(lesson.heard(), 1, ""));
        return lesson.asked() ? LearnedNames.in(said, lesson.target()) : LearnedNames.said(said);
    }
}
