package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.OpenSession;
import io.cloudpbx.access.store.Person;
import io.cloudpbx.access.store.SessionRows;
import io.cloudpbx.problems.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in, and the end of that: a session's row is gone, so every node refuses it with the next request. */
@Service
public class OpenSessions {
    private final SessionRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OpenSessions(SessionRows rows, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.audit = audit;
        this.events = events;
    }

    /** @param session the id that the asking browser holds; empty when the sessions are somebody else's */
    public List<OpenSession> of(UUID user, String session) {
        return rows.of(user, session);
    }

    /** @throws Problem {@code session_not_found} */
    @Transactional
    public void endOwn(SignedIn who, UUID session, String address) {
        end(who.userId(), session);
        audit.record(Audit.Entry.of(who.userId(), address, "session_ended"));
    }

    /** @return how many there were */
    @Transactional
    public int endOwnOthers(SignedIn who, String session, String address) {
        int ended = rows.endOthers(who.userId(), session);
        events.publishEvent(new AccessEnded(who.userId()));
        audit.record(
                Audit.Entry.of(who.userId(), address, "other_sessions_ended").because(ended + " sessions"));
        return ended;
    }

    /** @throws Problem {@code session_not_found} */
    @Transactional
    public void endOf(SignedIn who, Person person, UUID session, String address) {
        end(person.id(), session);
        audit.record(Audit.Entry.of(who.userId(), address, "session_ended").on(person.email()));
    }

    @Transactional
    public void endAllOf(SignedIn who, Person person, String address) {
        int ended = rows.endOthers(person.id(), "");
        events.publishEvent(new AccessEnded(person.id()));
        audit.record(Audit.Entry.of(who.userId(), address, "sessions_ended")
                .on(person.email())
                .because(ended + " sessions"));
    }

    private void end(UUID user, UUID session) {
        if (!rows.end(user, session)) {
            throw Problem.notFound("session_not_found", "There is no such session; perhaps it ended just now.");
        }
        events.publishEvent(new AccessEnded(user));
    }
}
