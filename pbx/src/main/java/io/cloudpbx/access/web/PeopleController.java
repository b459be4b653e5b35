package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.NewPasswords;
import io.cloudpbx.access.account.OpenSessions;
import io.cloudpbx.access.account.SecondFactors;
import io.cloudpbx.access.account.Staff;
import io.cloudpbx.access.passkeys.Passkeys;
import io.cloudpbx.access.store.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/people}: who may sign in and what they may do, for owners and admins. */
@RestController
@RequestMapping("/api/people")
class PeopleController {
    private final Staff people;
    private final NewPasswords passwords;
    private final OpenSessions sessions;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;

    PeopleController(
            Staff people,
            NewPasswords passwords,
            OpenSessions sessions,
            SecondFactors secondFactors,
            Passkeys passkeys) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
    }

    record Item(
            UUID id,
            String name,
            String email,
            String role,
            boolean you,
            boolean active,
            Instant createdAt,
            @Nullable Instant activeAt,
            boolean secondFactor,
            int passkeys) {
        static Item of(Person person, SignedIn who) {
            return new Item(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.role().word(),
                    person.id().equals(who.userId()),
                    person.disabledAt() == null,
                    person.createdAt(),
                    person.activeAt(),
                    person.secondFactor(),
                    person.passkeys());
        }
    }

    record Items(List<Item> items, @Nullable String next) {}

    @GetMapping
    Items list(SignedIn who) {
        return new Items(
                people.all().stream().map(person -> Item.of(person, who)).toList(), null);
    }

    record RoleWish(
            @NotNull @Pattern(regexp = RoleWords.ANY, message = RoleWords.MESSAGE)
            String role) {}

    @PutMapping(path = "/{id}/role", consumes = MediaType.APPLICATION_JSON_VALUE)
    Item changeRole(
            @PathVariable UUID id, @Valid @RequestBody RoleWish wish, SignedIn who, HttpServletRequest request) {
        return Item.of(people.changeRole(who, id, Role.ofWord(wish.role()), request.getRemoteAddr()), who);
    }

    @PostMapping("/{id}/deactivate")
    Item deactivate(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return Item.of(people.deactivate(who, id, request.getRemoteAddr()), who);
    }

    @PostMapping("/{id}/reactivate")
    Item reactivate(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return Item.of(people.reactivate(who, id, request.getRemoteAddr()), who);
    }

    /** The only time that the link is told. */
    record Link(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "Link[****]";
        }
    }

    @PostMapping("/{id}/reset-link")
    @ResponseStatus(HttpStatus.CREATED)
    Link resetLink(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        var made = passwords.linkFor(who, people.within(who, id), request.getRemoteAddr());
        return new Link(made.link(), made.expiresAt());
    }

    @GetMapping("/{id}/sessions")
    SessionItem.All sessions(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        Person person = people.within(who, id);
        return SessionItem.all(sessions.of(person.id(), Sessions.idOf(request)));
    }

    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        sessions.endAllOf(who, people.within(who, id), request.getRemoteAddr());
    }

    @DeleteMapping("/{id}/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id, @PathVariable UUID session, SignedIn who, HttpServletRequest request) {
        sessions.endOf(who, people.within(who, id), session, request.getRemoteAddr());
    }

    @DeleteMapping("/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        secondFactors.removeOf(who, people.within(who, id), request.getRemoteAddr());
    }

    @DeleteMapping("/{id}/passkeys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskeys(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        passkeys.removeAllOf(who, people.within(who, id), request.getRemoteAddr());
    }

    record Policy(@NotNull Boolean secondFactorRequired) {}

    @GetMapping("/policy")
    Policy policy() {
        return new Policy(secondFactors.required());
    }

    @PutMapping(path = "/policy", consumes = MediaType.APPLICATION_JSON_VALUE)
    Policy changePolicy(@Valid @RequestBody Policy wish, SignedIn who, HttpServletRequest request) {
        secondFactors.require(who, wish.secondFactorRequired(), request.getRemoteAddr());
        return policy();
    }
}
