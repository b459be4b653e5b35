package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallerInDanger;
import io.cloudpbx.calls.CallerOptedOut;
import io.cloudpbx.calls.SituationLoader;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.Gist;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What was said in a call so far, and what is added to it. */
@Component
class Transcript {
    private final TurnRows turns;
    private final SituationLoader situations;
    private final Settings settings;
    private final Knowledge knowledge;
    private final Briefings briefings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Transcript(
            TurnRows turns,
            SituationLoader situations,
            Settings settings,
            Knowledge knowledge,
            Briefings briefings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.turns = turns;
        this.situations = situations;
        this.settings = settings;
        this.knowledge = knowledge;
        this.briefings = briefings;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that a mind may know about what the caller said now. */
    CallerTurn turn(Call call, Talk talk, Heard heard) {
        var company = settings.current();
        return new CallerTurn(
                new Asker.Caller(
                        call.id(), call.from() == null ? "" : call.from().e164()),
                company.businessName(),
                clock.instant(),
                company.timeZone(),
                Earlier.than(talk.turn(), turns.of(call.id())),
                heard.words(),
                heard.confidence(),
                situations.directory(situations.load(call, company)),
                knowledge.sheet(),
                briefings.asOf(call.startedAt()));
    }

    Optional<Heard> heardIn(Call call, Talk talk) {
        return turns.heardIn(call.id(), talk.turn());
    }

    void heard(Call call, Talk talk, Heard heard) {
        turns.heard(call.id(), talk.turn(), heard, clock.instant());
    }

    /** Keys and silence, about which no mind is asked. @param request under which the call's next step is kept */
    void heard(Call call, Talk talk, Heard heard, String request) {
        heard(call, talk, heard);
        turns.ledTo(call.id(), talk.turn(), request);
    }

    String saidBefore(Call call, Talk talk) {
        return turns.saidIn(call.id(), talk.turn());
    }

    void shortened(Call call, Talk talk, String said) {
        turns.shortened(call.id(), talk.turn(), said);
    }

    /** What was heard and what a mind made of it. */
    record Weighing(Heard heard, Decided decided, boolean waited) {}

    void weighed(Call call, Talk talk, Weighing weighing, String request) {
        heard(call, talk, weighing.heard(), request);
        var decided = weighing.decided();
        turns.weighed(call.id(), talk.turn(), Gist.of(decided.decision()).kind(), decided, weighing.waited());
        tell(call, weighing);
    }

    private void tell(Call call, Weighing weighing) {
        if (weighing.decided().decision() instanceof Decision.OptOut(var quote, var say)) {
            events.publishEvent(new CallerOptedOut(call.id(), call.from(), quote));
        } else if (weighing.decided().decision() instanceof Decision.Emergency) {
            events.publishEvent(
                    new CallerInDanger(call.id(), call.from(), weighing.heard().words()));
        }
    }
}
