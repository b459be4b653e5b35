package io.cloudpbx.messaging.restored;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Conversation;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.TakenElsewhere;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.FoundTextRows;
import io.cloudpbx.messaging.store.FoundTextRows.Found;
import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Texts that left since the backup, and that nobody here waits for. Those for people with whom there is a conversation go back into it;
 * for others none is made, as a campaign to thousands would bury those who wrote. All count as sent.
 */
@Component
class Strangers {
    private static final Why WHY = Why.plain(
            "found_at_carrier",
            "It was sent before this system was restored from a backup, and who wrote it is lost.",
            "R26");

    private final FoundTextRows rows;
    private final RecoveryRows recoveries;
    private final TextRows texts;
    private final ConversationRows conversationRows;
    private final Conversations conversations;
    private final Contacts contacts;
    private final List<TakenElsewhere> elsewhere;
    private final TransactionOperations transactions;

    Strangers(
            FoundTextRows rows,
            RecoveryRows recoveries,
            TextRows texts,
            ConversationRows conversationRows,
            Conversations conversations,
            Contacts contacts,
            List<TakenElsewhere> elsewhere,
            TransactionOperations transactions) {
        this.rows = rows;
        this.recoveries = recoveries;
        this.texts = texts;
        this.conversationRows = conversationRows;
        this.conversations = conversations;
        this.contacts = contacts;
        this.elsewhere = elsewhere;
        this.transactions = transactions;
    }

    /** Found again, nothing happens. @param strangers of one number of ours, oldest first */
    void keep(long recovery, List<CarrierText> strangers) {
        Map<PhoneNumber, UUID> threads = threads(strangers);
        List<CarrierText> homeless = new ArrayList<>();
        for (CarrierText text : strangers) {
            boolean back = thread(text, threads)
                    .map(thread -> Boolean.TRUE.equals(transactions.execute(status -> putBack(recovery, thread, text))))
                    .orElse(false);
            if (!back) {
                homeless.add(text);
            }
        }
        if (!homeless.isEmpty()) {
            transactions.executeWithoutResult(status -> recoveries.strangers(recovery, count(homeless, false), 0));
        }
    }

    private Map<PhoneNumber, UUID> threads(List<CarrierText> strangers) {
        List<PhoneNumber> people = strangers.stream()
                .flatMap(text -> PhoneNumber.reported(text.to()).stream())
                .distinct()
                .toList();
        Map<PhoneNumber, UUID> known = contacts.idsOf(people);
        Map<UUID, UUID> of = rows.conversations(known.values());
        Map<PhoneNumber, UUID> threads = new HashMap<>();
        known.forEach((person, contact) -> {
            UUID thread = of.get(contact);
            if (thread != null) {
                threads.put(person, thread);
            }
        });
        return threads;
    }

    private static Optional<UUID> thread(CarrierText text, Map<PhoneNumber, UUID> threads) {
        return PhoneNumber.reported(text.to()).flatMap(person -> Optional.ofNullable(threads.get(person)));
    }

    /** False when the conversation has gone meanwhile, with its person or into another's. */
    private boolean putBack(long recovery, UUID thread, CarrierText found) {
        Optional<Conversation> conversation = conversationRows.lock(thread);
        if (conversation.isEmpty()) {
            return false;
        }
        Text text = text(found, conversation.get());
        if (texts.insert(text, null)) {
            texts.accepted(text.id(), found.id(), text.createdAt());
            if (found.status() != null) {
                texts.carrierSaid(text.id(), found.status(), found.errorCode(), conversations.now());
            }
            conversations.add(text.entry());
            int counted = count(List.of(found), true);
            recoveries.strangers(recovery, counted, counted);
        }
        return true;
    }

    private Text text(CarrierText found, Conversation conversation) {
        // PostgreSQL's text cannot hold U+0000.
        String body = found.body().replace("\0", "");
        return new Text(
                UUID.randomUUID(),
                conversation.id(),
                false,
                found.from(),
                found.to(),
                body,
                Author.SYSTEM,
                TextKind.PERSONAL,
                State.ACCEPTED,
                null,
                found.id(),
                0,
                conversation.epoch(),
                null,
                Segments.of(body).count(),
                found.mediaCount(),
                WHY,
                made(found),
                null,
                null);
    }

    private Instant made(CarrierText text) {
        return Objects.requireNonNullElseGet(text.createdAt(), conversations::now);
    }

    /** @return how many were not counted before */
    private int count(List<CarrierText> some, boolean inThread) {
        Set<CarrierId> counted = rows.insert(some.stream().map(this::found).toList(), inThread);
        List<CarrierText> rest =
                some.stream().filter(text -> counted.contains(text.id())).toList();
        if (!rest.isEmpty()) {
            elsewhere.forEach(each -> each.count(rest));
        }
        return rest.size();
    }

    private Found found(CarrierText text) {
        boolean withMedia = text.mediaCount() > 0;
        return new Found(
                text.id(),
                new PhoneNumber(text.from()),
                text.to(),
                made(text),
                withMedia ? 0 : Segments.of(text.body()).count(),
                withMedia);
    }
}
