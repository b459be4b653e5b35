package io.cloudpbx.dialing.help;

import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.store.HelpCallRows;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.TextsToStaff;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Texts whoever is to know of a call for help. The key is the call's id. */
@Component
class TextStaff implements Job {
    static final String KIND = "dialing.text-staff";

    private final HelpCallRows rows;
    private final FrontDesk desk;
    private final TextsToStaff texts;

    TextStaff(HelpCallRows rows, FrontDesk desk, TextsToStaff texts) {
        this.rows = rows;
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        rows.find(UUID.fromString(key)).ifPresent(this::text);
        return new Outcome.Done();
    }

    private void text(HelpCalled call) {
        for (var told : desk.without(call.phone())) {
            texts.text("help-call/" + call.id(), told.phone(), call.from(), call.sentence());
        }
    }
}
