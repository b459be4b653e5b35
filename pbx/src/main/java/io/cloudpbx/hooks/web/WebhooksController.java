package io.cloudpbx.hooks.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.hooks.Deliveries;
import io.cloudpbx.hooks.Endpoint;
import io.cloudpbx.hooks.EndpointHealth;
import io.cloudpbx.hooks.EndpointWish;
import io.cloudpbx.hooks.Endpoints;
import io.cloudpbx.hooks.EventType;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/webhooks}: where other systems want to hear of what happens here. */
@RestController
@RequestMapping("/api/webhooks")
class WebhooksController {
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    WebhooksController(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** @param state {@code active} or {@code paused}; {@code pausedWhy} then says why, as a sentence */
    record Item(
            UUID id,
            String url,
            String description,
            List<String> events,
            String state,
            @Nullable Instant pausedAt,
            @Nullable String pausedWhy,
            Instant createdAt,
            String createdBy,
            @Nullable Instant oldSecretUntil,
            long waiting,
            long failed,
            @Nullable Instant lastDeliveredAt) {
        static Item of(Endpoint endpoint, @Nullable EndpointHealth health) {
            return new Item(
                    endpoint.id(),
                    endpoint.url().toString(),
                    endpoint.description(),
                    endpoint.types().stream().sorted().map(EventType::word).toList(),
                    endpoint.pausedAt() == null ? "active" : "paused",
                    endpoint.pausedAt(),
                    endpoint.pausedWhy(),
                    endpoint.createdAt(),
                    endpoint.createdBy(),
                    endpoint.oldSecretUntil(),
                    health == null ? 0 : health.waiting(),
                    health == null ? 0 : health.failed(),
                    health == null ? null : health.deliveredAt());
        }
    }

    @GetMapping
    Page<Item> list() {
        var health = deliveries.health();
        return Page.whole(endpoints.all().stream()
                .map(endpoint -> Item.of(endpoint, health.get(endpoint.id())))
                .toList());
    }

    @GetMapping("/{id}")
    Item one(@PathVariable UUID id) {
        return shown(endpoints.require(id));
    }

    private Item shown(Endpoint endpoint) {
        return Item.of(endpoint, deliveries.health().get(endpoint.id()));
    }

    /** @param events what it is told, such as {@code call.ended} */
    record Wish(
            @NotBlank @Size(max = 2000) String url,
            @Nullable @Size(max = 200) String description,
            @NotEmpty @Size(max = 50) List<@NotNull String> events) {

        EndpointWish parsed() {
            return new EndpointWish(address(), description == null ? "" : description.strip(), types());
        }

        private URI address() {
            try {
                return new URI(url.strip());
            } catch (URISyntaxException unreadable) {
                throw Problem.invalid(
                        "url", "invalid_url", "must be an address with a host, and without user name or #");
            }
        }

        private Set<EventType> types() {
            return events.stream().map(Wish::type).collect(Collectors.toSet());
        }

        private static EventType type(String word) {
            return EventType.chosen(word)
                    .orElseThrow(
                            () -> Problem.invalid("events", "unknown_event", "has one that there is not: " + word));
        }
    }

    /** The only time that the secret is told. */
    record WithSecret(Item webhook, String secret) {
        static WithSecret of(Endpoints.Added added, Item item) {
            return new WithSecret(item, added.secret().text());
        }

        @Override
        public String toString() {
            return "WithSecret[" + webhook.id() + ", ****]";
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WithSecret> add(@Valid @RequestBody Wish wish, SignedIn who) {
        var added = endpoints.add(wish.parsed(), who.name());
        return ResponseEntity.created(
                        URI.create("/api/webhooks/" + added.endpoint().id()))
                .body(WithSecret.of(added, Item.of(added.endpoint(), null)));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Item change(@PathVariable UUID id, @Valid @RequestBody Wish wish) {
        return shown(endpoints.change(id, wish.parsed()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        endpoints.delete(id);
    }

    @PostMapping("/{id}/pause")
    Item pause(@PathVariable UUID id, SignedIn who) {
        return shown(endpoints.pause(id, who.name()));
    }

    @PostMapping("/{id}/resume")
    Item resume(@PathVariable UUID id) {
        return shown(endpoints.resume(id));
    }

    @PostMapping("/{id}/rotate-secret")
    WithSecret rotateSecret(@PathVariable UUID id) {
        var rotated = endpoints.rotateSecret(id);
        return WithSecret.of(rotated, shown(rotated.endpoint()));
    }

    /** What can be chosen. */
    record Events(List<String> items, @Nullable String next) {}

    @GetMapping("/events")
    Events events() {
        return new Events(
                Arrays.stream(EventType.values())
                        .filter(type -> type != EventType.WEBHOOK_TEST)
                        .map(EventType::word)
                        .toList(),
                null);
    }
}
