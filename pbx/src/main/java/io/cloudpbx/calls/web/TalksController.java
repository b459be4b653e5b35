package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Reachable;
import io.cloudpbx.calls.TalkViews;
import io.cloudpbx.calls.TalkViews.TalkView;
import io.cloudpbx.calls.store.TalkLists.Mark;
import io.cloudpbx.calls.store.TalkLists.Selection;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/receptionist/conversations}: calls that came to the receptionist, newest first; and whom they can lead to. */
@RestController
@RequestMapping("/api/receptionist")
class TalksController {
    private final TalkViews views;
    private final Reachable reachable;

    TalksController(TalkViews views, Reachable reachable) {
        this.views = views;
        this.reachable = reachable;
    }

    /** What the ids in decisions stand for. */
    @GetMapping("/directory")
    Page<Reachable.Named> directory() {
        return Page.whole(reachable.named());
    }

    @GetMapping("/conversations")
    Page<TalkView> list(
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String mark,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var selection = new Selection(Outcomes.known(outcome), known(mark), Cursor.parse(cursor));
        return Page.load(
                limit,
                most -> views.newest(selection, most),
                talk -> new Cursor(talk.call().startedAt(), talk.id()));
    }

    private static @Nullable Mark known(@Nullable String mark) {
        return mark == null
                ? null
                : Arrays.stream(Mark.values())
                        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(mark))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                "mark", "unknown_mark", "must be misunderstood, emergency or fell_back"));
    }

    @GetMapping("/conversations/{id}")
    TalkView one(@PathVariable UUID id) {
        return views.find(id)
                .orElseThrow(() -> Problem.notFound(
                        "conversation_not_found", "There is no such conversation with the receptionist."));
    }
}
