package io.cloudpbx.calls;

import io.cloudpbx.callflow.ForgottenCallers;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.ScenarioRows;
import io.cloudpbx.calls.talk.WordKeeping;
import io.cloudpbx.calls.taping.TapeKeeping;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.CallToForget;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.forgetting.Kept;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls of somebody who is to be forgotten stay for the figures, without their number, their words and the sound of them (C39). Of a call that lasts
 * the carrier asks on and rings further phones, so that what was said in it, and what is listed of those, goes when it is over.
 */
@Component
class WithoutCaller implements Job {
    static final String KIND = "calls.forget-words";

    private static final Duration WHILE_IT_LASTS = Duration.ofSeconds(30);

    private final CallRows rows;
    private final LegRows legs;
    private final ScenarioRows scenarios;
    private final WordKeeping words;
    private final TapeKeeping tapes;
    private final ForgottenCallers plans;
    private final Forgetting forgetting;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    WithoutCaller(
            CallRows rows,
            LegRows legs,
            ScenarioRows scenarios,
            WordKeeping words,
            TapeKeeping tapes,
            ForgottenCallers plans,
            Forgetting forgetting,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.legs = legs;
        this.scenarios = scenarios;
        this.words = words;
        this.tapes = tapes;
        this.plans = plans;
        this.forgetting = forgetting;
        this.jobs = jobs;
        this.events = events;
    }

    /** Their number last: by it the rest is found. */
    @EventListener
    void on(ContactDeleted deleted) {
        List<Call> calls = rows.from(deleted.numbers());
        tapes.forget(deleted);
        words.forget(calls.stream().map(Call::id).toList());
        words.forgetCallers(deleted.numbers());
        scenarios.forget(deleted.numbers());
        if (plans.forget(deleted.numbers())) {
            forgetting.keeps(deleted.contactId(), Kept.BLOCK_LIST);
        }
        rows.forget(deleted.numbers());
        for (Call call : calls) {
            forgetting.call(call.carrierId(), deleted.contactId());
            legs.of(call.id()).forEach(leg -> forgetting.call(leg, deleted.contactId()));
            if (call.isLive()) {
                jobs.soon(KIND, new CallToForget(call.id(), deleted.contactId()).key());
            }
            events.publishEvent(new CallerForgotten(call.id()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Outcome run(String key, int attempt) {
        var wanted = CallToForget.of(key);
        UUID id = wanted.call();
        if (rows.find(id).filter(Call::isLive).isPresent()) {
            return new Outcome.Again(WHILE_IT_LASTS);
        }
        words.forget(List.of(id));
        legs.of(id).forEach(leg -> forgetting.call(leg, wanted.person()));
        return new Outcome.Done();
    }
}
