package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.contacts.OptOut;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.messaging.ConversationView.OptedOut;
import io.cloudpbx.messaging.ConversationView.Party;
import io.cloudpbx.messaging.ConversationView.Person;
import io.cloudpbx.messaging.compliance.RecipientZones;
import io.cloudpbx.messaging.store.ConversationLists;
import io.cloudpbx.messaging.store.ConversationLists.Box;
import io.cloudpbx.messaging.store.ConversationLists.Selection;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        List<Conversation> found = lists.newest(selection, limit);
        Map<UUID, Contact> people = contacts.byIds(found.stream()
                .map(Conversation::contactId)
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(conversation ->
                        view(conversation, Optional.ofNullable(people.get(conversation.contactId())), null))
                .toList();
    }

    /** Those in which a person is asked for, newest first. */
    public List<ConversationView> needingPerson(int limit) {
        return newest(new Selection(Box.NEEDS_PERSON, NOBODY, null, null), limit);
    }

    /** One, with all that is known. */
    public Optional<ConversationView> find(UUID id) {
        return rows.find(id).map(conversation -> {
            var person = Optional.ofNullable(conversation.contactId()).flatMap(contacts::find);
            return view(conversation, person, history.suggestion(id).orElse(null));
        });
    }

    public ConversationCounts counts() {
        return lists.counts();
    }

    private ConversationView view(Conversation conversation, Optional<Contact> person, @Nullable String suggestion) {
        var ours = Optional.ofNullable(conversation.ours());
        Optional<PhoneNumber> theirs = Optional.ofNullable(conversation.theirs())
                .or(() -> person.flatMap(known -> known.numbers().stream().findFirst()));
        Optional<OptOut> optedOut = theirs.flatMap(optOuts::of);
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
                ours.flatMap(numbers::holding).map(OwnNumber::label).orElse(""),
                lower(conversation.answeredBy()),
                conversation.epoch(),
                conversation.owner() == null
                        ? null
                        : new Party(
                                conversation.owner().userId(),
                                conversation.owner().name()),
                conversation.needsPerson(),
                conversation.urgent(),
                optedOut.map(ConversationViews::optedOut).orElse(null),
                theirs.flatMap(optOuts::pauseOf).isPresent(),
                status(conversation),
                conversation.snoozedUntil(),
                conversation.unread(),
                last.at(),
                lower(last.kind()),
                lower(last.author()),
                last.text(),
                theirs.map(ConversationViews::zones).orElse(List.of()),
                suggestion);
    }

    private static List<String> zones(PhoneNumber number) {
        return RecipientZones.of(number).zones().stream()
                .map(ZoneId::getId)
                .sorted()
                .toList();
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
