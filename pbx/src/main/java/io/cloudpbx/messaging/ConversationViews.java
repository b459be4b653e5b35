package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.OptOut;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.messaging.ConversationView.OptedOut;
import io.cloudpbx.messaging.ConversationView.Party;
import io.cloudpbx.messaging.ConversationView.Person;
import io.cloudpbx.messaging.store.ConversationLists;
import io.cloudpbx.messaging.store.ConversationLists.Box;
import io.cloudpbx.messaging.store.ConversationLists.Selection;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about conversations. */
@Component
public class ConversationViews {
    private static final UUID NOBODY = new UUID(0, 0);

    private final ConversationRows rows;
    private final ConversationLists lists;
    private final TextHistory history;
    private final Contacts contacts;
    private final OptOuts optOuts;
    private final Numbers numbers;

    ConversationViews(
            ConversationRows rows,
            ConversationLists lists,
            TextHistory history,
            Contacts contacts,
            OptOuts optOuts,
            Numbers numbers) {
        this.rows = rows;
        this.lists = lists;
        this.history = history;
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.numbers = numbers;
    }

    public List<ConversationView> newest(Selection selection, int limit) {
        return views(lists.newest(selection, limit), Map.of());
    }

    /** Those in which a person is asked for, newest first. */
    public List<ConversationView> needingPerson(int limit) {
        return newest(new Selection(Box.NEEDS_PERSON, NOBODY, null, null), limit);
    }

    /** One, with all that is known. */
    public Optional<ConversationView> find(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /** With all that is known, in no particular order; those that are gone are left out. */
    public List<ConversationView> byIds(Collection<UUID> ids) {
        return views(rows.byIds(ids), history.suggestions(ids));
    }

    public ConversationCounts counts() {
        return lists.counts();
    }

    private List<ConversationView> views(List<Conversation> found, Map<UUID, String> suggestions) {
        Surroundings known = surroundings(found);
        return found.stream()
                .map(conversation -> view(conversation, known, suggestions.get(conversation.id())))
                .toList();
    }

    /** What else is known about several conversations, each thing asked for once. */
    private record Surroundings(
            Map<UUID, Contact> people,
            Map<PhoneNumber, OptOut> optedOut,
            Set<PhoneNumber> paused,
            Map<PhoneNumber, OwnNumber> ours) {
        Optional<Contact> person(Conversation conversation) {
            return Optional.ofNullable(conversation.contactId()).map(people::get);
        }

        Optional<PhoneNumber> theirs(Conversation conversation) {
            return Optional.ofNullable(conversation.theirs())
                    .or(() -> person(conversation)
                            .flatMap(known -> known.numbers().stream().findFirst()));
        }
    }

    private Surroundings surroundings(List<Conversation> found) {
        Map<UUID, Contact> people = contacts.byIds(found.stream()
                .map(Conversation::contactId)
                .filter(Objects::nonNull)
                .toList());
        var persons = new Surroundings(people, Map.of(), Set.of(), Map.of());
        List<PhoneNumber> theirs =
                found.stream().flatMap(each -> persons.theirs(each).stream()).toList();
        return new Surroundings(people, optOuts.among(theirs), optOuts.pausedAmong(theirs), ours(found));
    }

    private Map<PhoneNumber, OwnNumber> ours(List<Conversation> found) {
        Map<PhoneNumber, OwnNumber> ours = new HashMap<>();
        found.stream()
                .map(Conversation::ours)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(number -> numbers.holding(number).ifPresent(own -> ours.put(number, own)));
        return ours;
    }

    private static ConversationView view(Conversation conversation, Surroundings known, @Nullable String suggestion) {
        var ours = Optional.ofNullable(conversation.ours());
        Optional<Contact> person = known.person(conversation);
        Optional<PhoneNumber> theirs = known.theirs(conversation);
        String address = Objects.requireNonNullElse(conversation.address(), "");
        var last = conversation.last();
        return new ConversationView(
                conversation.id(),
                person.map(ConversationViews::person).orElse(null),
                person.map(Contact::displayName).orElse(address),
                theirs.map(PhoneNumber::e164).orElse(conversation.address()),
                theirs.map(PhoneNumber::display).orElse(address),
                ours.map(PhoneNumber::e164).orElse(null),
                ours.map(PhoneNumber::display).orElse(""),
                ours.map(known.ours()::get).map(OwnNumber::label).orElse(""),
                lower(conversation.answeredBy()),
                conversation.epoch(),
                conversation.owner() == null
                        ? null
                        : new Party(
                                conversation.owner().userId(),
                                conversation.owner().name()),
                conversation.needsPerson(),
                conversation.urgent(),
                theirs.map(known.optedOut()::get)
                        .map(ConversationViews::optedOut)
                        .orElse(null),
                theirs.map(known.paused()::contains).orElse(false),
                status(conversation),
                conversation.snoozedUntil(),
                conversation.unread(),
                last.at(),
                lower(last.kind()),
                lower(last.author()),
                last.text(),
                theirs.map(Whereabouts::zones).orElse(List.of()),
                suggestion);
    }

    private static String status(Conversation conversation) {
        if (conversation.done()) {
            return "done";
        }
        return conversation.snoozedUntil() == null ? "open" : "snoozed";
    }

    private static Person person(Contact contact) {
        return new Person(
                contact.id(),
                contact.name(),
                contact.company(),
                contact.email(),
                contact.notes(),
                contact.numbers().stream().map(PhoneNumber::e164).toList());
    }

    private static OptedOut optedOut(OptOut optOut) {
        String how = switch (optOut.source()) {
            case KEYWORD, PHRASE -> "They wrote “" + optOut.quote() + "”";
            case ASSISTANT -> "The assistant understood it so: “" + optOut.quote() + "”";
            case PERSON -> "Entered by a colleague";
            case CARRIER -> "Blocked by the carrier; only their START can change that";
            case VOICE -> "Asked for on a call";
            case IMPORT -> "Imported from a file";
        };
        return new OptedOut(optOut.since(), lower(optOut.source()), optOut.quote(), how);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
