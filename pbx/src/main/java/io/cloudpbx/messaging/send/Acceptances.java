package io.cloudpbx.messaging.send;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.Outbox;
import io.cloudpbx.messaging.Senders;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.NewsOfTexts;
import io.cloudpbx.messaging.store.NewsOfTexts.News;
import io.cloudpbx.messaging.store.SendingRows;
import io.cloudpbx.messaging.store.SendingRows.Attempt;
import io.cloudpbx.messaging.store.SendingRows.End;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the carrier says of texts that it has, in whatever order it comes and however often: by the answer to our request, by a
 * callback, or by a list. A status only moves forward (R3).
 */
@Service
public class Acceptances {
    /** The carrier gave it up when its time was over: it has certainly not been sent. */
    private static final int EXPIRED = 30036;

    private static final Set<State> OPEN = Set.of(State.SENDING, State.UNKNOWN, State.NOT_CONFIRMED);

    private final TextRows texts;
    private final SendingRows attempts;
    private final NewsOfTexts news;
    private final Senders senders;
    private final Conversations conversations;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Acceptances(
            TextRows texts,
            SendingRows attempts,
            NewsOfTexts news,
            Senders senders,
            Conversations conversations,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.attempts = attempts;
        this.news = news;
        this.senders = senders;
        this.conversations = conversations;
        this.jobs = jobs;
        this.events = events;
    }

    /**
     * A callback came. One for a token that nobody gave is kept and moves nothing (R4).
     *
     * @param status as the carrier writes it
     */
    @Transactional
    public void told(String token, CarrierId id, String status, int errorCode) {
        // Held before its news is kept: two that come at once would else wait for each other.
        var text = attempts.find(token)
                .flatMap(attempt -> texts.lock(attempt.textId()))
                .map(Text::id);
        boolean isNew =
                news.keep(id, status, token, text.orElse(null), new News(status, errorCode, conversations.now()));
        if (text.isEmpty() || !isNew) {
            return;
        }
        proven(token, id);
        MessageStatus.reported(status).ifPresent(known -> said(id, known, errorCode));
    }

    /** The carrier has the text of this attempt, under this id. Only the newest attempt at a text speaks for it. */
    @Transactional
    public void proven(String token, CarrierId id) {
        attempts.find(token)
                .filter(this::isNewest)
                .flatMap(attempt -> texts.lock(attempt.textId()))
                .filter(text -> OPEN.contains(text.state()))
                .ifPresent(text -> {
                    var now = conversations.now();
                    attempts.settled(token, new End(SendingRows.State.ACCEPTED, id, 0, ""), now);
                    texts.accepted(text.id(), id, now);
                    events.publishEvent(new TextChanged(text.id()));
                });
    }

    private boolean isNewest(Attempt attempt) {
        return attempts.of(attempt.textId()).getFirst().token().equals(attempt.token());
    }

    /** A status, believed when it is further on than what is known. */
    @Transactional
    public void said(CarrierId id, MessageStatus status, int errorCode) {
        texts.byCarrierId(id).flatMap(text -> texts.lock(text.id())).ifPresent(text -> {
            if (isFurther(status, text.carrierStatus())) {
                texts.carrierSaid(text.id(), status, errorCode, conversations.now());
                learn(text, status, errorCode);
                if (errorCode == EXPIRED && isHeldByHours(text)) {
                    sendOnceMore(text);
                }
                events.publishEvent(new TextChanged(text.id()));
            }
        });
    }

    private static boolean isHeldByHours(Text text) {
        return text.kind() == TextKind.INFORMATIONAL || text.kind() == TextKind.MARKETING;
    }

    /** In the next hours in which it may arrive, as the gate says then; a second time it stays given up (C15). */
    private void sendOnceMore(Text text) {
        if (attempts.of(text.id()).size() == 1) {
            texts.expired(text.id(), conversations.now());
            jobs.soon(Outbox.SENDING, text.id().toString());
        }
    }

    private static boolean isFurther(MessageStatus status, @Nullable MessageStatus known) {
        return Optional.ofNullable(known).map(status::supersedes).orElse(true);
    }

    private void learn(Text text, MessageStatus status, int errorCode) {
        var ours = new PhoneNumber(text.ours());
        if (status == MessageStatus.DELIVERED) {
            senders.learnDelivered(ours);
        } else if (errorCode != 0) {
            senders.learn(ours, errorCode);
        }
    }
}
