package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.SentOutsideRows;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.forgetting.CallToForget;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls of others that somebody here sent to a person who is to be forgotten say no more who that was (C39). Of a call that lasts the carrier
 * asks on by where it was sent, so that this waits for its end.
 */
@Component
class WithoutOutside implements Job {
    static final String KIND = "calls.forget-outside";
    private static final Duration WHILE_IT_LASTS = Duration.ofSeconds(30);

    private final CallRows calls;
    private final SentOutsideRows sent;
    private final Forgetting forgetting;
    private final Jobs jobs;

    WithoutOutside(CallRows calls, SentOutsideRows sent, Forgetting forgetting, Jobs jobs) {
        this.calls = calls;
        this.sent = sent;
        this.forgetting = forgetting;
        this.jobs = jobs;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        sent.toForget(deleted.numbers())
                .forEach(call -> jobs.soon(KIND, new CallToForget(call, deleted.contactId()).key()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Outcome run(String key, int attempt) {
        var wanted = CallToForget.of(key);
        UUID call = wanted.call();
        if (calls.lock(call).filter(Call::isLive).isPresent()) {
            return new Outcome.Again(WHILE_IT_LASTS);
        }
        sent.phonesIn(call).forEach(phone -> forgetting.call(phone, wanted.person()));
        sent.forgottenIn(call).forEach(number -> sent.forget(call, number));
        return new Outcome.Done();
    }
}
