package io.cloudpbx.receptionist;

import io.cloudpbx.assistant.Harbor;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import java.util.List;
import java.util.UUID;

/** Callers of Harbor Dental, on Monday, 30 November 2026, 10:00 in San Francisco. */
public final class HarborCalls {
    public static final Directory DIRECTORY = new Directory(
            "person_desk",
            List.of(new Department("dept_billing", "Billing", ""), new Department("dept_reception", "Reception", "")),
            List.of(
                    new Person("person_dana", "Dana", "Whitfield", null, "Owner", null, "101", HeardAs.WRITTEN),
                    new Person("person_luis", "Luis", "Ortega", null, "", "dept_billing", "104", HeardAs.WRITTEN),
                    new Person("person_desk", "Front", "Desk", null, "", "dept_reception", "110", HeardAs.WRITTEN)));

    private static final Asker.Caller ASKER = new Asker.Caller(new UUID(0, 1), "+14155550142");

    private HarborCalls() {}

    /** The first thing that a caller says. */
    public static CallerTurn says(String words) {
        return saysThen(words, List.of(new Spoken(Speaker.RECEPTIONIST, "How can I help you?")));
    }

    public static CallerTurn saysThen(String words, List<Spoken> earlier) {
        return new CallerTurn(
                ASKER,
                Harbor.NAME,
                Harbor.OPEN,
                Harbor.ZONE,
                earlier,
                words,
                0.9,
                DIRECTORY,
                Harbor.knowledge(),
                Briefing.NONE);
    }
}
