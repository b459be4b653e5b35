package io.cloudpbx.contacts;

import io.cloudpbx.contacts.store.ContactRows;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The address book: finds, adds, changes and deletes people outside. Everything happens in the caller's transaction. */
@Service
public class Contacts {
    private final ContactRows rows;
    private final ApplicationEventPublisher events;

    Contacts(ContactRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** The contact of this number, made nameless when nobody has it yet. Of several at once, one makes it. */
    @Transactional
    public Contact reachedBy(PhoneNumber number) {
        return rows.byNumber(number).orElseGet(() -> firstReachedBy(number));
    }

    /** The same, for whoever needs no more of them. */
    @Transactional
    public UUID idReachedBy(PhoneNumber number) {
        return rows.idByNumber(number).orElseGet(() -> firstReachedBy(number).id());
    }

    /** Who of many is known; the others are missing. */
    public Map<PhoneNumber, UUID> idsOf(Collection<PhoneNumber> numbers) {
        return rows.idsOf(numbers);
    }

    private Contact firstReachedBy(PhoneNumber number) {
        UUID id = UUID.randomUUID();
        if (rows.takeNumber(id, number)) {
            var nameless = ContactDetails.nameless(number);
            rows.insert(id, nameless, SearchText.of(nameless));
            events.publishEvent(new ContactChanged(id));
        }
        return rows.byNumber(number).orElseThrow();
    }

    /** Keeps a contact from being merged away or deleted until the transaction ends; false when it is gone already. */
    @Transactional
    public boolean hold(UUID id) {
        return rows.hold(id);
    }

    public Optional<Contact> byNumber(PhoneNumber number) {
        return rows.byNumber(number);
    }

    /** A contact; the id of one that was merged into another leads to that one. */
    public Optional<Contact> find(UUID id) {
        return rows.find(id).or(() -> rows.mergedInto(id).flatMap(rows::find));
    }

    /**
     * The contact, which must be there.
     *
     * @throws Problem {@code contact_not_found}
     */
    public Contact require(UUID id) {
        return find(id).orElseThrow(Contacts::notFound);
    }

    static Problem notFound() {
        return Problem.notFound("contact_not_found", "There is no such contact.");
    }

    /** Those that exist, by the ids asked for. */
    public Map<UUID, Contact> byIds(Collection<UUID> ids) {
        return rows.findAll(ids).stream().collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** What the people of these numbers are called; who has no name, or is not known, is missing. */
    public Map<PhoneNumber, String> names(Collection<PhoneNumber> numbers) {
        return numbers.isEmpty() ? Map.of() : rows.names(numbers);
    }

    /** Contacts whose name, company, e-mail or digits of a number hold all of the words; newest first. */
    public List<UUID> matching(String words, int limit) {
        var patterns = SearchText.patterns(words);
        return patterns.isEmpty() ? List.of() : rows.matching(patterns, limit);
    }

    /** Part of all contacts, or of those that hold all of the words; newest first, after the cursor. */
    public List<Contact> newest(String words, @Nullable Cursor after, int limit) {
        var patterns = SearchText.patterns(words);
        return patterns.isEmpty() && !words.isBlank() ? List.of() : rows.newest(patterns, after, limit);
    }

    /**
     * Adds somebody.
     *
     * @throws Problem {@code number_taken} or {@code invalid_fields} for a field that the company does not have
     */
    @Transactional
    public UUID add(ContactDetails details) {
        UUID id = UUID.randomUUID();
        rows.insert(id, details, SearchText.of(details));
        writeParts(id, details);
        events.publishEvent(new ContactChanged(id));
        return id;
    }

    /**
     * Changes somebody if nobody else did since {@code version}.
     *
     * @throws Problem {@code contact_not_found}, {@code contact_changed}, {@code number_taken} or {@code invalid_fields}
     */
    @Transactional
    public void change(UUID id, ContactDetails details, long version) {
        if (!rows.update(id, details, SearchText.of(details), version)) {
            throw rows.find(id).isEmpty()
                    ? notFound()
                    : Problem.conflict(
                            "contact_changed", "Somebody else changed this contact. Look at it again before saving.");
        }
        writeParts(id, details);
        events.publishEvent(new ContactChanged(id));
    }

    private void writeParts(UUID id, ContactDetails details) {
        rows.unknownFields(details.fields().keySet()).stream().findFirst().ifPresent(unknown -> {
            throw Problem.invalid("fields." + unknown, "unknown_contact_field", "is not a field that the company has");
        });
        rows.replaceFields(id, details.fields());
        if (!rows.replaceNumbers(id, details.numbers())) {
            throw taken(id, details.numbers());
        }
    }

    private Problem taken(UUID id, List<PhoneNumber> numbers) {
        var holder = numbers.stream()
                .flatMap(number -> rows.byNumber(number).stream())
                .filter(contact -> !contact.id().equals(id))
                .findFirst()
                .orElseThrow();
        var number =
                holder.numbers().stream().filter(numbers::contains).findFirst().orElseThrow();
        String detail = "%s already belongs to %s.".formatted(number.display(), holder.displayName());
        return Problem.conflict("number_taken", "numbers", detail).with("contactId", holder.id());
    }
}
