package io.cloudpbx.hooks.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.hooks.Deliveries;
import io.cloudpbx.hooks.Delivery;
import io.cloudpbx.hooks.Endpoints;
import io.cloudpbx.hooks.Try;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/webhooks/{id}/deliveries}: what an endpoint was told, and what it answered. */
@RestController
@RequestMapping("/api/webhooks/{id}")
class WebhookLogController {
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    WebhookLogController(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** @param status of HTTP; or else {@code failure} says why there was no answer */
    record Attempt(
            Instant at,
            long tookMillis,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable String answer) {
        static Attempt of(Try made) {
            return new Attempt(made.at(), made.took().toMillis(), made.status(), made.failure(), made.answer());
        }
    }

    /**
     * @param messageId what the receiver gets as {@code webhook-id}
     * @param state {@code waiting}, {@code delivered} or {@code failed}
     * @param tries since it was last asked for
     */
    record Item(
            UUID id,
            String messageId,
            String event,
            Instant occurredAt,
            String state,
            int tries,
            @Nullable Instant nextTryAt,
            @Nullable Attempt lastTry) {
        static Item of(Delivery delivery, @Nullable Try last) {
            return new Item(
                    delivery.id(),
                    delivery.messageId(),
                    delivery.type().word(),
                    delivery.occurredAt(),
                    delivery.state().name().toLowerCase(Locale.ROOT),
                    delivery.tries(),
                    delivery.nextTryAt(),
                    last == null ? null : Attempt.of(last));
        }
    }

    @GetMapping("/deliveries")
    Page<Item> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "waiting|delivered|failed") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        endpoints.require(id);
        var wanted = state == null ? null : Delivery.State.valueOf(state.toUpperCase(Locale.ROOT));
        var after = Cursor.parse(cursor);
        var page = Page.load(
                limit,
                most -> deliveries.newest(id, wanted, after, most),
                delivery -> new Cursor(delivery.occurredAt(), delivery.id()));
        return new Page<>(items(page.items()), page.next());
    }

    private List<Item> items(List<Delivery> found) {
        var last = deliveries.lastTries(found);
        return found.stream()
                .map(delivery -> Item.of(delivery, last.get(delivery.id())))
                .toList();
    }

    /** @param body as it was and will be sent */
    record Whole(Item delivery, @JsonRawValue String body, List<Attempt> attempts) {}

    @GetMapping("/deliveries/{delivery}")
    Whole one(@PathVariable UUID id, @PathVariable UUID delivery) {
        var found = deliveries.require(id, delivery);
        var tries = deliveries.tries(delivery);
        return new Whole(
                Item.of(found, tries.isEmpty() ? null : tries.getLast()),
                found.body(),
                tries.stream().map(Attempt::of).toList());
    }

    @PostMapping("/deliveries/{delivery}/replay")
    Item replay(@PathVariable UUID id, @PathVariable UUID delivery) {
        return items(List.of(deliveries.replay(id, delivery))).getFirst();
    }

    /** @param since of all that failed, what happened then or later */
    record Since(@NotNull Instant since) {}

    record Replayed(int count) {}

    @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    Replayed replayFailed(@PathVariable UUID id, @Valid @RequestBody Since wish) {
        endpoints.require(id);
        return new Replayed(deliveries.replayFailed(id, wish.since()));
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.CREATED)
    Item test(@PathVariable UUID id, SignedIn who) {
        endpoints.require(id);
        return Item.of(deliveries.test(id, who.name()), null);
    }
}
