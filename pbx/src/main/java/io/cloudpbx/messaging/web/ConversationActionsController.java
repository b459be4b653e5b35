package io.cloudpbx.messaging.web;

import static io.cloudpbx.messaging.web.ConversationsController.owner;

import io.cloudpbx.access.Colleagues;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.messaging.Conversation.Owner;
import io.cloudpbx.messaging.ConversationView;
import io.cloudpbx.messaging.ConversationViews;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.EntryView;
import io.cloudpbx.messaging.EntryViews;
import io.cloudpbx.messaging.Replies;
import io.cloudpbx.messaging.Watching;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/conversations/{id}/…}: what people do with a conversation besides answering. */
@RestController
@RequestMapping("/api/conversations/{id}")
class ConversationActionsController {
    private final Conversations conversations;
    private final ConversationViews views;
    private final EntryViews entries;
    private final Replies replies;
    private final Watching watching;
    private final Colleagues colleagues;
    private final Clock clock;

    ConversationActionsController(
            Conversations conversations,
            ConversationViews views,
            EntryViews entries,
            Replies replies,
            Watching watching,
            Colleagues colleagues,
            Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.entries = entries;
        this.replies = replies;
        this.watching = watching;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** @param epoch that the person had before their eyes; null takes over whatever it is */
    record Seen(@Nullable Long epoch) {}

    @PostMapping("/takeover")
    ConversationView takeOver(@PathVariable UUID id, @RequestBody(required = false) @Nullable Seen seen, SignedIn who) {
        replies.takeOver(id, owner(who), seen == null ? null : seen.epoch());
        return view(id);
    }

    @PostMapping("/give-back")
    ConversationView giveBack(@PathVariable UUID id, SignedIn who) {
        conversations.giveBack(id, owner(who));
        return view(id);
    }

    /** @param userId null leaves it to anybody */
    record Assignment(@Nullable UUID userId) {}

    @PostMapping("/assign")
    ConversationView assign(@PathVariable UUID id, @RequestBody Assignment body, SignedIn who) {
        replies.assign(id, body.userId() == null ? null : colleague(body.userId()), owner(who));
        return view(id);
    }

    private Owner colleague(UUID id) {
        return colleagues
                .find(id)
                .map(ConversationsController::owner)
                .orElseThrow(() -> Problem.invalid("userId", "colleague_not_found", "is nobody who works here"));
    }

    record Note(@NotBlank @Size(max = 5000) String text) {}

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    EntryView note(@PathVariable UUID id, @Valid @RequestBody Note body, SignedIn who) {
        return entries
                .byIds(List.of(conversations.note(id, owner(who), body.text().strip())))
                .stream()
                .findFirst()
                .orElseThrow();
    }

    @PostMapping("/done")
    ConversationView done(@PathVariable UUID id) {
        conversations.done(id, true);
        return view(id);
    }

    @PostMapping("/reopen")
    ConversationView reopen(@PathVariable UUID id) {
        conversations.done(id, false);
        return view(id);
    }

    /** @param until null takes it out of its sleep */
    record Snooze(@Nullable Instant until) {}

    @PostMapping("/snooze")
    ConversationView snooze(@PathVariable UUID id, @RequestBody Snooze body) {
        conversations.snooze(id, TextBody.time("until", body.until(), clock.instant()));
        return view(id);
    }

    @PostMapping("/read")
    ConversationView read(@PathVariable UUID id) {
        conversations.read(id, true);
        return view(id);
    }

    @PostMapping("/unread")
    ConversationView unread(@PathVariable UUID id) {
        conversations.read(id, false);
        return view(id);
    }

    record Watch(@NotNull Boolean typing) {}

    @PostMapping("/watching")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void watching(@PathVariable UUID id, @Valid @RequestBody Watch body, SignedIn who) {
        conversations.require(id);
        watching.seen(id, owner(who), body.typing());
    }

    private ConversationView view(UUID id) {
        return views.find(id).orElseThrow();
    }
}
