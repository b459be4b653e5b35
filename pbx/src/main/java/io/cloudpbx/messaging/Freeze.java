package io.cloudpbx.messaging;

import org.springframework.stereotype.Component;

/** Whether nothing may go out to people: this may be a copy of a system that still works, until an owner says it is not (R26). */
@Component
public class Freeze {
    private final GateRulebook rulebook;

    Freeze(GateRulebook rulebook) {
        this.rulebook = rulebook;
    }

    public boolean isOn() {
        return rulebook.isFrozen();
    }
}
