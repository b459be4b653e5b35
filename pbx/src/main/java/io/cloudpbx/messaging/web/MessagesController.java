package io.cloudpbx.messaging.web;

import static io.cloudpbx.messaging.web.ConversationsController.owner;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.messaging.Outbox;
import io.cloudpbx.messaging.Preview;
import io.cloudpbx.messaging.PreviewView;
import io.cloudpbx.messaging.Replies;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.repeats.AskedOnce;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sms/send} and {@code /api/messages}: single texts, and why one was not sent. */
@RestController
class MessagesController {
    private final Replies replies;
    private final Outbox outbox;
    private final MessageViews views;
    private final Preview preview;
    private final Sent sent;
    private final AskedOnce once;
    private final Clock clock;

    MessagesController(
            Replies replies,
            Outbox outbox,
            MessageViews views,
            Preview preview,
            Sent sent,
            AskedOnce once,
            Clock clock) {
        this.replies = replies;
        this.outbox = outbox;
        this.views = views;
        this.preview = preview;
        this.sent = sent;
        this.once = once;
        this.clock = clock;
    }

    /**
     * @param from our number; null for the one they know, else the main number
     * @param kind {@code personal}, {@code informational} or {@code marketing}, by which the gate judges; null for personal
     */
    record SendBody(
            @NotBlank String to,
            @Nullable String message,
            @Nullable String from,
            @Nullable String kind,
            @Nullable Instant sendAt,
            @Nullable List<UUID> media) {}

    @PostMapping("/api/sms/send")
    ResponseEntity<MessageView> send(
            @RequestHeader(name = AskedOnce.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody SendBody body,
            SignedIn who) {
        return sent.answer(outbox.require(
                once.of(key, who, body, UUID.class, () -> sent(body, who).id())));
    }

    private Text sent(SendBody body, SignedIn who) {
        var words = TextBody.words(body.message(), body.sendAt(), body.media(), clock);
        var from = Sent.numberOrNull("from", body.from());
        return replies.text(Sent.number("to", body.to()), from, words, owner(who), kind(body.kind()));
    }

    private static TextKind kind(@Nullable String name) {
        return switch (name) {
            case null -> TextKind.PERSONAL;
            case "personal" -> TextKind.PERSONAL;
            case "informational" -> TextKind.INFORMATIONAL;
            case "marketing" -> TextKind.MARKETING;
            default -> throw Problem.invalid("kind", "unknown_kind", "must be personal, informational or marketing");
        };
    }

    @GetMapping("/api/messages/{id}")
    MessageView one(@PathVariable UUID id) {
        return views.find(id).orElseThrow(() -> Problem.notFound("message_not_found", "There is no such message."));
    }

    @PostMapping("/api/messages/{id}/cancel")
    MessageView cancel(@PathVariable UUID id, SignedIn who) {
        outbox.cancel(id, who.name());
        return one(id);
    }

    @PostMapping("/api/messages/{id}/resend")
    MessageView again(@PathVariable UUID id) {
        outbox.again(id);
        return one(id);
    }

    record PreviewBody(
            @Nullable String to,
            @Nullable String from,
            @Nullable String message,
            @Nullable String kind,
            @Nullable Integer media) {}

    /** What a text would cost and whether it would leave; nothing is kept. */
    @PostMapping("/api/messages/preview")
    PreviewView preview(@RequestBody PreviewBody body) {
        return preview.of(
                Sent.numberOrNull("to", body.to()),
                Sent.numberOrNull("from", body.from()),
                body.message() == null ? "" : body.message(),
                kind(body.kind()),
                body.media() == null ? 0 : body.media());
    }
}
