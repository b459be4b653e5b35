package io.cloudpbx.messaging.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.ConversationView;
import io.cloudpbx.messaging.ConversationViews;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.EntryView;
import io.cloudpbx.messaging.EntryViews;
import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.Replies;
import io.cloudpbx.messaging.Replies.Line;
import io.cloudpbx.messaging.Search;
import io.cloudpbx.messaging.store.ConversationLists.Box;
import io.cloudpbx.messaging.store.ConversationLists.Selection;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/conversations}: the inbox, what stands in a conversation, and answers to it. */
@RestController
@RequestMapping("/api/conversations")
class ConversationsController {
    private final Conversations conversations;
    private final ConversationViews views;
    private final EntryViews entries;
    private final Replies replies;
    private final Search search;
    private final Sent sent;
    private final Clock clock;

    ConversationsController(
            Conversations conversations,
            ConversationViews views,
            EntryViews entries,
            Replies replies,
            Search search,
            Sent sent,
            Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.entries = entries;
        this.replies = replies;
        this.search = search;
        this.sent = sent;
        this.clock = clock;
    }

    @GetMapping
    Page<ConversationView> list(
            @RequestParam(defaultValue = "all") String box,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            SignedIn who) {
        var selection = new Selection(known(box), who.userId(), search.words(q), Cursor.parse(cursor));
        return Page.load(limit, most -> views.newest(selection, most), item -> new Cursor(item.lastAt(), item.id()));
    }

    private static Box known(String name) {
        return Arrays.stream(Box.values())
                .filter(box -> box.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("box", "unknown_box", "is not a part of the inbox"));
    }

    @GetMapping("/{id}")
    ConversationView one(@PathVariable UUID id) {
        conversations.require(id);
        return views.find(id).orElseThrow();
    }

    @GetMapping("/{id}/entries")
    Page<EntryView> entries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        conversations.require(id);
        var after = Cursor.parse(cursor);
        return Page.load(limit, most -> entries.newest(id, after, most), item -> new Cursor(item.at(), item.id()));
    }

    /** @param from the customer, {@code to} our number that answers */
    record ReplyBody(
            @NotBlank String from,
            @NotBlank String to,
            @Nullable String message,
            @Nullable Instant sendAt,
            @Nullable List<UUID> media,
            @Nullable Long epoch) {}

    @PostMapping("/reply")
    ResponseEntity<MessageView> reply(@Valid @RequestBody ReplyBody body, SignedIn who) {
        var line = new Line(Sent.number("to", body.to()), Sent.number("from", body.from()));
        var words = TextBody.words(body.message(), body.sendAt(), body.media(), clock);
        var text = replies.replyTo(line, words, owner(who), body.epoch());
        return sent.answer(text);
    }

    /** @param from our number; null for the one they wrote to */
    record ReplyHere(
            @Nullable String from,
            @Nullable String message,
            @Nullable Instant sendAt,
            @Nullable List<UUID> media,
            @Nullable Long epoch) {}

    @PostMapping("/{id}/reply")
    ResponseEntity<MessageView> replyHere(@PathVariable UUID id, @RequestBody ReplyHere body, SignedIn who) {
        var words = TextBody.words(body.message(), body.sendAt(), body.media(), clock);
        var line = new Line(Sent.numberOrNull("from", body.from()), null);
        return sent.answer(replies.reply(id, line, words, owner(who), body.epoch()));
    }

    static Owner owner(SignedIn who) {
        return new Owner(who.userId(), who.name());
    }
}
