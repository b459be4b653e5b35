package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.flow.Authority;
import io.cloudpbx.access.flow.Authority.Verdict;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.InvitationRows;
import io.cloudpbx.access.store.MemberRows;
import io.cloudpbx.access.store.Person;
import io.cloudpbx.access.store.ResetLinks;
import io.cloudpbx.access.store.SessionRows;
import io.cloudpbx.access.store.TokenRows;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, with which role. What {@link Authority} refuses is refused while nobody else changes owners. */
@Service
public class Staff {
    private final MemberRows people;
    private final Belongings belongings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Staff(MemberRows people, Belongings belongings, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.belongings = belongings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What lets a person in, or lets others in on their word. */
    @Component
    record Belongings(SessionRows sessions, TokenRows tokens, ResetLinks resetLinks, InvitationRows invitations) {
        void end(UUID user) {
            sessions.endOthers(user, "");
            tokens.deleteOf(user);
            resetLinks.deleteOf(user);
            invitations.deleteOf(user);
        }
    }

    public List<Person> all() {
        return people.all();
    }

    /**
     * Somebody whom this person may let in or shut out.
     *
     * @throws Problem {@code person_not_found}, {@code beyond_own_role}
     */
    public Person within(SignedIn who, UUID id) {
        Person person = require(id);
        heed(new Authority(who.role(), 0).touch(person.role()));
        return person;
    }

    /** @throws Problem as {@link #within}, {@code last_owner} */
    @Transactional
    public Person changeRole(SignedIn who, UUID id, Role role, String address) {
        int owners = people.lockOwners();
        Person person = require(id);
        heed(new Authority(who.role(), owners).change(person.role(), role));
        if (person.role() != role) {
            people.changeRole(id, role);
            audit.record(Audit.Entry.of(who.userId(), address, "role_changed")
                    .on(person.email())
                    .because(person.role().word() + " → " + role.word()));
        }
        return require(id);
    }

    /**
     * Ends everything by which the person, or a program in their name, comes in.
     *
     * @throws Problem as {@link #within}, {@code last_owner}, {@code oneself}
     */
    @Transactional
    public Person deactivate(SignedIn who, UUID id, String address) {
        int owners = people.lockOwners();
        Person person = require(id);
        heed(new Authority(who.role(), owners)
                .deactivate(person.role(), who.userId().equals(id)));
        if (person.disabledAt() == null) {
            people.disable(id, clock.instant());
            belongings.end(id);
            audit.record(
                    Audit.Entry.of(who.userId(), address, "person_deactivated").on(person.email()));
            events.publishEvent(new AccessEnded(id));
        }
        return require(id);
    }

    /** With the password and the second factor of before; sessions and tokens stay ended. */
    @Transactional
    public Person reactivate(SignedIn who, UUID id, String address) {
        Person person = within(who, id);
        if (person.disabledAt() != null) {
            people.enable(id);
            audit.record(
                    Audit.Entry.of(who.userId(), address, "person_reactivated").on(person.email()));
        }
        return require(id);
    }

    private Person require(UUID id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("person_not_found", "There is no such person."));
    }

    /** @throws Problem unless it is allowed */
    static void heed(Verdict verdict) {
        switch (verdict) {
            case ALLOWED -> {}
            case BEYOND_OWN_ROLE ->
                throw Problem.forbidden("beyond_own_role", "Only somebody with a higher role than yours may do this.");
            case LAST_OWNER ->
                throw Problem.conflict(
                        "last_owner",
                        "This is the only owner. Make somebody else an owner first, so that one remains.");
            case ONESELF ->
                throw Problem.conflict("oneself", "You cannot deactivate yourself. Ask somebody else to do it.");
        }
    }
}
