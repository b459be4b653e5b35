package io.cloudpbx.answering;

import io.cloudpbx.claude.Budget;
import io.cloudpbx.contacts.ContactDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** That Claude was asked on somebody's account is forgotten with them (C39). */
@Component
class ForgetAsker {
    private final Budget budget;

    ForgetAsker(Budget budget) {
        this.budget = budget;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        deleted.numbers().forEach(number -> budget.forget(number.e164()));
    }
}
