package io.cloudpbx.dialing.help;

import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.HelpWritten;
import io.cloudpbx.dialing.store.HelpCallRows;
import io.cloudpbx.jobs.Jobs;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells everybody here that somebody called for help. Nothing that goes wrong in it may stop the call. */
@Component
class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final HelpCallRows rows;
    private final AlarmFile file;
    private final DatabaseWatch database;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Alarm(HelpCallRows rows, AlarmFile file, DatabaseWatch database, Jobs jobs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.file = file;
        this.database = database;
        this.jobs = jobs;
        this.events = events;
    }

    void raise(HelpCalled call) {
        if (call.number().tellsStaff()) {
            tellThisNode(call);
        }
        try {
            database.decided(PATIENCE, () -> write(call));
        } catch (RuntimeException unwritten) {
            LOG.error("A call for help is not in the database yet", unwritten);
            file.keep(call);
        }
    }

    private void tellThisNode(HelpCalled call) {
        try {
            events.publishEvent(call);
        } catch (RuntimeException untold) {
            LOG.error("Whoever is at this node was not told of a call for help", untold);
        }
    }

    /** In the caller's transaction; once, however often. */
    boolean write(HelpCalled call) {
        boolean fresh = rows.insert(call);
        if (fresh && call.number().tellsStaff()) {
            jobs.soon(TextStaff.KIND, call.id().toString());
            events.publishEvent(new HelpWritten(call));
        }
        return fresh;
    }
}
