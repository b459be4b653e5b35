package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.messaging.Conversation.AnsweredBy;
import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.ConversationRows.With;
import io.cloudpbx.messaging.store.EntryRows;
import io.cloudpbx.messaging.store.MessagingSettingsRow;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers in each conversation, who has it, and what stands in it. Everything happens in the caller's transaction. */
@Service
public class Conversations {
    private final ConversationRows rows;
    private final EntryRows entries;
    private final TextRows texts;
    private final MessagingSettingsRow settings;
    private final Contacts contacts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Conversations(
            ConversationRows rows,
            EntryRows entries,
            TextRows texts,
            MessagingSettingsRow settings,
            Contacts contacts,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.entries = entries;
        this.texts = texts;
        this.settings = settings;
        this.contacts = contacts;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The conversation with whoever has this number, or with a sender that is none; made when new, and held until the
     * transaction ends.
     */
    @Transactional
    public Conversation lockWith(String theirs) {
        return PhoneNumber.reported(theirs).map(this::lockWithPerson).orElseGet(() -> {
            var with = new With(null, theirs);
            return rows.lockWith(with).orElseGet(() -> begun(with));
        });
    }

    /** While the conversation is waited for its person may become part of another, or be deleted: then it is another's. */
    private Conversation lockWithPerson(PhoneNumber number) {
        while (true) {
            UUID contactId = contacts.idReachedBy(number);
            var with = new With(contactId, null);
            var conversation = rows.lockWith(with);
            if (conversation.isPresent()) {
                return conversation.get();
            }
            if (contacts.hold(contactId)) {
                return begun(with);
            }
        }
    }

    private Conversation begun(With with) {
        rows.insert(with, settings.read().assistantOn() ? AnsweredBy.ASSISTANT : AnsweredBy.PERSON, now());
        return rows.lockWith(with).orElseThrow();
    }

    /**
     * The conversation that a text stands in, held until the transaction ends; empty when there is no such text. While it is
     * waited for, the text may move to another, as people are merged.
     */
    @Transactional
    public Optional<Conversation> lockOf(UUID textId) {
        while (true) {
            var text = texts.find(textId);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var conversation = rows.lock(text.get().conversationId());
            if (conversation.isPresent()) {
                return conversation;
            }
        }
    }

    public Optional<Conversation> find(UUID id) {
        return rows.find(id);
    }

    /** @throws Problem {@code conversation_not_found} */
    public Conversation require(UUID id) {
        return rows.find(id).orElseThrow(Conversations::notFound);
    }

    private Conversation lock(UUID id) {
        return rows.lock(id).orElseThrow(Conversations::notFound);
    }

    private static Problem notFound() {
        return Problem.notFound("conversation_not_found", "There is no such conversation.");
    }

    /** Puts a line into its conversation; false when what it stands for has one already. */
    @Transactional
    public boolean add(Entry entry) {
        boolean isNew = entries.insert(entry);
        if (isNew) {
            rows.endsWith(entry);
            announce(entry);
        }
        return isNew;
    }

    /**
     * Puts what they wrote into its conversation, which is open and unread from then on.
     *
     * @param theirs null when they have no number
     */
    @Transactional
    public void addHeard(Entry entry, PhoneNumber ours, @Nullable PhoneNumber theirs) {
        rows.heard(entry, ours, theirs);
        announce(entry);
    }

    private void announce(Entry entry) {
        events.publishEvent(new EntryAdded(entry.conversationId(), entry.id()));
        events.publishEvent(new ConversationChanged(entry.conversationId()));
    }

    /** A line about what happened. */
    @Transactional
    public void tell(UUID id, String sentence) {
        add(line(id, Entry.Kind.EVENT, Author.SYSTEM, sentence));
    }

    /** The same, unless it was told today; days begin and end at UTC's midnight here. */
    @Transactional
    public void tellOnceADay(UUID id, String topic, String sentence) {
        String once = topic + " " + id + " " + now().truncatedTo(ChronoUnit.DAYS);
        add(new Entry(UUID.randomUUID(), id, now(), Entry.Kind.EVENT, once, Author.SYSTEM, sentence));
    }

    /** What people on our side tell each other; it never leaves the house. */
    @Transactional
    public UUID note(UUID id, Owner who, String words) {
        lock(id);
        Entry note = line(id, Entry.Kind.NOTE, Author.person(who.userId(), who.name()), words);
        add(note);
        return note.id();
    }

    private Entry line(UUID id, Entry.Kind kind, Author author, String words) {
        return new Entry(UUID.randomUUID(), id, now(), kind, null, author, words);
    }

    /**
     * From now on this person answers, and no draft of the assistant leaves any more. Whoever took it from somebody else is told
     * to have done so.
     *
     * @param seen the epoch that the person had before their eyes; null takes over whatever it is
     * @throws Problem {@code conversation_taken} when another person has taken it since
     */
    @Transactional
    public Conversation takeOver(UUID id, Owner who, @Nullable Long seen) {
        Conversation present = lock(id);
        if (present.answeredBy() == AnsweredBy.PERSON && present.isOwnedBy(who.userId())) {
            return present;
        }
        refuseUnseen(present, seen);
        answer(present, AnsweredBy.PERSON, who, who.name() + " took over");
        return require(id);
    }

    /** That the assistant has gone on meanwhile does not matter: it is silenced either way. */
    private static void refuseUnseen(Conversation present, @Nullable Long seen) {
        Owner owner = present.owner();
        if (seen != null && seen != present.epoch() && owner != null) {
            throw Problem.conflict("conversation_taken", owner.name() + " has taken this conversation over.")
                    .with("owner", owner.name())
                    .with("epoch", present.epoch());
        }
    }

    /** From now on the assistant answers again; it will see what was said meanwhile. */
    @Transactional
    public Conversation giveBack(UUID id, Owner who) {
        Conversation present = lock(id);
        if (present.answeredBy() == AnsweredBy.PERSON) {
            answer(present, AnsweredBy.ASSISTANT, null, who.name() + " gave this back to the assistant");
        }
        return require(id);
    }

    /** Gives it to somebody on our side, or to nobody in particular; either way a person answers. */
    @Transactional
    public Conversation assign(UUID id, @Nullable Owner to, Owner by) {
        Conversation present = lock(id);
        boolean same = to == null ? present.owner() == null : present.isOwnedBy(to.userId());
        if (!same || present.answeredBy() != AnsweredBy.PERSON) {
            answer(present, AnsweredBy.PERSON, to, assigned(to, by));
        }
        return require(id);
    }

    private static String assigned(@Nullable Owner to, Owner by) {
        if (to == null) {
            return by.name() + " left this for anybody";
        }
        return to.equals(by) ? by.name() + " took this" : by.name() + " gave this to " + to.name();
    }

    private void answer(Conversation present, AnsweredBy answeredBy, @Nullable Owner owner, String sentence) {
        rows.answeredBy(present.id(), answeredBy, owner);
        Why why = Why.plain("taken_over", sentence + " before this was sent.", "S15");
        texts.cancelWaiting(present.id(), Set.of(TextKind.ASSISTANT), State.READY, why, now())
                .forEach(text -> events.publishEvent(new TextChanged(text)));
        tell(present.id(), sentence);
    }

    /** Asks for a person. */
    @Transactional
    public void needsPerson(UUID id, String why, boolean urgent) {
        rows.needsPerson(id, why, urgent);
        events.publishEvent(new ConversationChanged(id));
        events.publishEvent(new PersonNeeded(id));
    }

    /** There is nothing more to do here, until they write again. */
    @Transactional
    public Conversation done(UUID id, boolean done) {
        lock(id);
        rows.done(id, done);
        return changed(id);
    }

    /**
     * Puts it away until then, or until they write.
     *
     * @param until null takes it out again
     */
    @Transactional
    public Conversation snooze(UUID id, @Nullable Instant until) {
        lock(id);
        rows.snoozed(id, until);
        return changed(id);
    }

    /** Its time has come: it is there again, and unread so that it is seen. */
    @Transactional
    public void wake(UUID id) {
        rows.lock(id).filter(present -> present.snoozedUntil() != null).ifPresent(present -> {
            rows.missed(id);
            events.publishEvent(new ConversationChanged(id));
        });
    }

    @Transactional
    public Conversation read(UUID id, boolean read) {
        lock(id);
        return rows.read(id, read) ? changed(id) : require(id);
    }

    private Conversation changed(UUID id) {
        events.publishEvent(new ConversationChanged(id));
        return require(id);
    }

    /** What is written down is as exact as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
