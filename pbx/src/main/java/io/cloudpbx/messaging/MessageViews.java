package io.cloudpbx.messaging;

import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.MessageView.AuthorView;
import io.cloudpbx.messaging.MessageView.Happened;
import io.cloudpbx.messaging.MessageView.MediaView;
import io.cloudpbx.messaging.MessageView.Reason;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.messaging.store.NewsOfTexts;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.telephony.MessageStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about texts. */
@Component
public class MessageViews {
    private final TextRows rows;
    private final TextHistory texts;
    private final MediaRows media;
    private final NewsOfTexts news;

    MessageViews(TextRows rows, TextHistory texts, MediaRows media, NewsOfTexts news) {
        this.rows = rows;
        this.texts = texts;
        this.media = media;
        this.news = news;
    }

    /** One, with everything that is known: this answers why it was not sent. */
    public Optional<MessageView> find(UUID id) {
        return rows.find(id).map(text -> view(text, media.of(id), true));
    }

    public Map<UUID, MessageView> byIds(Collection<UUID> ids) {
        Map<UUID, List<Media>> attached = media.of(ids).stream().collect(Collectors.groupingBy(Media::textId));
        return texts.byIds(ids).values().stream()
                .map(text -> view(text, attached.getOrDefault(text.id(), List.of()), false))
                .collect(Collectors.toMap(MessageView::id, view -> view));
    }

    private MessageView view(Text text, List<Media> attached, boolean whole) {
        return new MessageView(
                text.id(),
                text.conversationId(),
                text.inbound() ? "inbound" : "outbound",
                text.inbound() ? text.theirs() : text.ours(),
                text.inbound() ? text.ours() : text.theirs(),
                text.body(),
                new AuthorView(
                        ConversationViews.lower(text.author().kind()),
                        text.author().name()),
                text.kind() == null ? null : ConversationViews.lower(text.kind()),
                text.answers(),
                status(text),
                statusText(text),
                text.mayBeSentAgain(),
                text.errorCode() == 0 ? null : text.errorCode(),
                reason(text.why(), whole),
                text.segments(),
                text.inbound() ? 0 : GateRulebook.price(text.segments(), text.mediaCount()),
                attached.stream().map(MessageViews::view).toList(),
                text.createdAt(),
                text.sendAt(),
                text.sentAt(),
                whole ? history(text.id()) : null);
    }

    private static String status(Text text) {
        MessageStatus said = text.carrierStatus();
        if (text.state() == State.ACCEPTED) {
            return said == null ? "queued" : ConversationViews.lower(said);
        }
        return ConversationViews.lower(text.state());
    }

    private static String statusText(Text text) {
        return switch (text.state()) {
            case RECEIVED -> "Received";
            case SCHEDULED ->
                text.why() == null
                        ? "Waits for its time"
                        : "Waits: " + text.why().sentence();
            case READY -> "About to be sent";
            case SENDING -> "Being sent";
            case UNKNOWN, NOT_CONFIRMED, REFUSED, REJECTED, CANCELED -> sentence(text);
            case ACCEPTED -> accepted(text.carrierStatus(), text.errorCode());
        };
    }

    private static String sentence(Text text) {
        return text.why() == null ? "Not sent" : "Not sent: " + text.why().sentence();
    }

    private static String accepted(@Nullable MessageStatus status, int errorCode) {
        return switch (status) {
            case null -> "Handed to the carrier";
            case ACCEPTED, SCHEDULED, QUEUED, SENDING -> "Handed to the carrier";
            case SENT -> "Sent, no receipt yet";
            case DELIVERED -> "Delivered";
            case READ -> "Read";
            case CANCELED -> "Canceled at the carrier";
            case UNDELIVERED, FAILED -> "Not delivered: " + CarrierErrors.sentence(errorCode);
        };
    }

    private static @Nullable Reason reason(@Nullable Why why, boolean whole) {
        return why == null ? null : new Reason(why.code(), why.sentence(), why.rule(), whole ? why.checks() : null);
    }

    private static MediaView view(Media media) {
        Content content = media.content();
        String type = content == null ? media.claimedType() : content.type();
        return new MediaView(
                media.id(),
                type,
                content != null && MediaType.isPicture(type),
                ConversationViews.lower(media.state()),
                media.reason(),
                content == null ? null : content.size(),
                content == null ? null : "/api/media/" + media.id());
    }

    private List<Happened> history(UUID id) {
        return news.of(id).stream()
                .map(said -> new Happened(
                        said.at(),
                        said.status(),
                        said.errorCode() == 0 ? null : CarrierErrors.sentence(said.errorCode())))
                .toList();
    }
}
