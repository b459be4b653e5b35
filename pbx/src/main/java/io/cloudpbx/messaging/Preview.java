package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.messaging.Conversation.AnsweredBy;
import io.cloudpbx.messaging.Conversation.Last;
import io.cloudpbx.messaging.PreviewView.Decision;
import io.cloudpbx.messaging.PreviewView.Forcing;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the gate what it would say, and changes nothing. */
@Component
public class Preview {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Contacts contacts;
    private final ConversationRows conversations;
    private final Conversations clock;
    private final Senders senders;
    private final Gate gate;

    Preview(Contacts contacts, ConversationRows conversations, Conversations clock, Senders senders, Gate gate) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.clock = clock;
        this.senders = senders;
        this.gate = gate;
    }

    /**
     * @param to null asks only what it would cost
     * @param from our number; null for the one they know
     */
    public PreviewView of(@Nullable PhoneNumber to, @Nullable PhoneNumber from, String body, TextKind kind, int media) {
        Segments segments = Segments.of(body);
        return new PreviewView(
                ConversationViews.lower(segments.encoding()),
                segments.count(),
                segments.left(),
                segments.forcing().stream()
                        .map(foreign -> new Forcing(foreign.character(), foreign.position(), foreign.lookAlike()))
                        .toList(),
                GateRulebook.price(segments.count(), media),
                to == null ? null : decision(imagined(to, from, body, kind, media), to));
    }

    private Decision decision(Text text, PhoneNumber to) {
        Conversation conversation = conversation(to);
        return switch (gate.decide(text, conversation)) {
            case Verdict.Send send -> new Decision("send", null, null, null, null, send.checks());
            case Verdict.Later later -> {
                Check because = later.because();
                yield new Decision(
                        "later", because.code(), because.sentence(), because.rule(), later.until(), later.checks());
            }
            case Verdict.Refuse refuse -> {
                Check because = refuse.because();
                yield new Decision("refuse", because.code(), because.sentence(), because.rule(), null, refuse.checks());
            }
        };
    }

    private Text imagined(PhoneNumber to, @Nullable PhoneNumber from, String body, TextKind kind, int media) {
        Conversation conversation = conversation(to);
        return new Text(
                NOBODY,
                conversation.id(),
                false,
                senders.choose(from, conversation).e164(),
                to.e164(),
                body,
                Author.SYSTEM,
                kind,
                State.READY,
                null,
                null,
                0,
                conversation.epoch(),
                null,
                Segments.of(body).count(),
                media,
                null,
                clock.now(),
                null,
                null);
    }

    private Conversation conversation(PhoneNumber with) {
        return contacts.byNumber(with)
                .map(Contact::id)
                .flatMap(conversations::ofContact)
                .orElseGet(this::none);
    }

    private Conversation none() {
        var last = new Last(clock.now(), Entry.Kind.EVENT, Author.Kind.SYSTEM, "");
        return new Conversation(
                NOBODY, null, "", AnsweredBy.PERSON, 1, null, null, false, false, null, 0, null, null, null, last);
    }
}
