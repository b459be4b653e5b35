package io.cloudpbx.calls;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.callflow.flow.LeadingHours;
import io.cloudpbx.callflow.flow.Timetable;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When the numbers are open: by the hours that lead their callers, else by the company's opening hours. */
@Component
public class NumberHours {
    private final Plans plans;
    private final Numbers numbers;
    private final Extensions extensions;
    private final Knowledge knowledge;
    private final Settings settings;

    NumberHours(Plans plans, Numbers numbers, Extensions extensions, Knowledge knowledge, Settings settings) {
        this.plans = plans;
        this.numbers = numbers;
        this.extensions = extensions;
        this.knowledge = knowledge;
        this.settings = settings;
    }

    /** A number of a company that has said no hours at all is always open. */
    public boolean isOpen(PhoneNumber number, Instant at) {
        Plan plan = plans.version(plans.current());
        String ext = numbers.holding(number)
                .flatMap(extensions::reachedBy)
                .map(Extension::ext)
                .orElse(null);
        return LeadingHours.of(plan, number, ext)
                .map(hours -> isOpen(plan, hours, at))
                .orElseGet(() -> isCompanyOpen(at));
    }

    boolean isOpen(Plan plan, String hours, Instant at) {
        Schedule schedule = plan.hours().get(hours);
        boolean closedByHand =
                plans.closures().stream().anyMatch(closure -> closure.hours().equals(hours) && closure.covers(at));
        return schedule != null && !closedByHand && Timetable.isOpen(schedule, at);
    }

    private boolean isCompanyOpen(Instant at) {
        return switch (knowledge.sheet().openingAt(at, settings.current().timeZone())) {
            case Opening.Open open -> true;
            case Opening.Closed closed -> false;
            case Opening.Unknown unknown -> true;
        };
    }
}
