package io.cloudpbx.messaging;

import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What people on our side write. A reply and the takeover that it means are one; a text of its own takes nothing over. */
@Service
public class Replies {
    private final Conversations conversations;
    private final Outbox outbox;
    private final Senders senders;
    private final Takeover takeover;
    private final TransactionOperations transactions;

    Replies(
            Conversations conversations,
            Outbox outbox,
            Senders senders,
            Takeover takeover,
            TransactionOperations transactions) {
        this.conversations = conversations;
        this.outbox = outbox;
        this.senders = senders;
        this.takeover = takeover;
        this.transactions = transactions;
    }

    /**
     * What somebody wants to say.
     *
     * @param sendAt null for at once
     * @param media uploads
     */
    public record Words(String body, @Nullable Instant sendAt, List<UUID> media) {}

    /**
     * Between whom.
     *
     * @param from our number; null for the one they wrote to, else the main number
     * @param to the other side's number; null for the one they used last
     */
    public record Line(@Nullable PhoneNumber from, @Nullable PhoneNumber to) {}

    /**
     * Answers the other side; the assistant is silent from then on.
     *
     * @param seen the epoch that the person had before their eyes; null when they looked at none
     */
    public Text reply(UUID conversationId, Line line, Words words, Owner who, @Nullable Long seen) {
        Text text = transactions.execute(status -> {
            Conversation mine = conversations.takeOver(conversationId, who, seen);
            return outbox.submit(written(mine, line, words, who, TextKind.PERSONAL));
        });
        takeover.awaitSilence(conversationId);
        return text;
    }

    /** Texts somebody, perhaps for the first time. */
    public Text text(PhoneNumber to, @Nullable PhoneNumber from, Words words, Owner who, TextKind kind) {
        return transactions.execute(status -> {
            Conversation conversation = conversations.lockWith(to.e164());
            return outbox.submit(written(conversation, new Line(from, to), words, who, kind));
        });
    }

    private NewText written(Conversation conversation, Line line, Words words, Owner who, TextKind kind) {
        return new NewText(
                conversation.id(),
                senders.choose(line.from(), conversation),
                recipient(conversation, line.to()),
                words.body(),
                Author.person(who.userId(), who.name()),
                kind,
                null,
                words.sendAt(),
                words.media());
    }

    private static String recipient(Conversation conversation, @Nullable PhoneNumber wanted) {
        PhoneNumber to = wanted == null ? conversation.theirs() : wanted;
        if (to != null) {
            return to.e164();
        }
        if (conversation.address() != null) {
            return conversation.address();
        }
        throw Problem.conflict("no_number", "There is no number of theirs to text.");
    }

    /** Answers whoever has the number in {@code line}, whether they have written before or not. */
    public Text replyTo(Line line, Words words, Owner who, @Nullable Long seen) {
        String theirs = Objects.requireNonNull(line.to()).e164();
        UUID conversation =
                transactions.execute(status -> conversations.lockWith(theirs).id());
        return reply(conversation, line, words, who, seen);
    }

    /** Takes a conversation over without a word. */
    public Conversation takeOver(UUID conversationId, Owner who, @Nullable Long seen) {
        Conversation mine = transactions.execute(status -> conversations.takeOver(conversationId, who, seen));
        takeover.awaitSilence(conversationId);
        return mine;
    }

    /** Gives it to somebody on our side, which silences the assistant as well. */
    public Conversation assign(UUID conversationId, @Nullable Owner to, Owner by) {
        Conversation theirs = transactions.execute(status -> conversations.assign(conversationId, to, by));
        takeover.awaitSilence(conversationId);
        return theirs;
    }
}
