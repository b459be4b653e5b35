package io.cloudpbx.hooks;

import io.cloudpbx.access.Sealed;
import io.cloudpbx.hooks.send.Destination;
import io.cloudpbx.hooks.send.SigningSecret;
import io.cloudpbx.hooks.store.EndpointRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.problems.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Where other systems want to hear of what happens here. */
@Service
public class Endpoints {
    /** Each is told one thing at a time by a worker of its own, of which there are thirty-two for all work there is. */
    private static final int MOST = 10;

    /** How long a receiver has to learn the new secret. */
    private static final Duration OLD_SECRET_HOLDS = Duration.ofHours(24);

    private final EndpointRows rows;
    private final Sealed sealed;
    private final Destination destination;
    private final HookSettings settings;
    private final Surroundings surroundings;

    Endpoints(
            EndpointRows rows,
            Sealed sealed,
            Destination destination,
            HookSettings settings,
            Surroundings surroundings) {
        this.rows = rows;
        this.sealed = sealed;
        this.destination = destination;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** What a change goes along with. */
    @Component
    record Surroundings(
            TransactionOperations transactions,
            Wanted wanted,
            Jobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    public List<Endpoint> all() {
        return rows.all();
    }

    /** @throws Problem {@code webhook_not_found} */
    public Endpoint require(UUID id) {
        return rows.find(id).orElseThrow(Endpoints::notFound);
    }

    private static Problem notFound() {
        return Problem.notFound("webhook_not_found", "There is no such webhook.");
    }

    /** An endpoint, and the only time that its secret is told. */
    public record Added(Endpoint endpoint, SigningSecret secret) {}

    /**
     * Told from now on.
     *
     * @param by the name of who adds it
     * @throws Problem {@code invalid_fields} for an address where we do not go, {@code too_many_webhooks}
     */
    public Added add(EndpointWish wish, String by) {
        refuseUnreachable(wish.url());
        var secret = SigningSecret.fresh();
        var endpoint = new Endpoint(
                UUID.randomUUID(),
                wish.url(),
                wish.description(),
                wish.types(),
                surroundings.now(),
                by,
                null,
                null,
                null,
                false);
        surroundings.transactions().executeWithoutResult(status -> {
            if (rows.countAlone() >= MOST) {
                throw Problem.conflict(
                        "too_many_webhooks",
                        "There can be %d webhooks. Delete one that is not needed.".formatted(MOST));
            }
            rows.insert(endpoint, sealed.seal(secret.key(), owner(endpoint.id())));
        });
        surroundings.wanted().changed();
        return new Added(endpoint, secret);
    }

    /** @throws Problem {@code webhook_not_found}, or {@code invalid_fields} for an address where we do not go */
    public Endpoint change(UUID id, EndpointWish wish) {
        refuseUnreachable(wish.url());
        if (!rows.update(id, wish)) {
            throw notFound();
        }
        surroundings.wanted().changed();
        return require(id);
    }

    /** Its name is looked up, which may take its time, so this is no part of a transaction. */
    private void refuseUnreachable(URI url) {
        boolean here = settings.loopback() && "http".equals(url.getScheme()) && destination.isHere(url.getHost());
        if (!here && !"https".equals(url.getScheme())) {
            throw Problem.invalid("url", "not_https", "must begin with https://");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw Problem.invalid("url", "invalid_url", "must be an address with a host, and without user name or #");
        }
        if (destination.isForbidden(url.getHost())) {
            throw Problem.invalid("url", "not_public", "must lead to the public internet");
        }
    }

    /** With everything that was to be told to it. */
    public void delete(UUID id) {
        if (!rows.delete(id)) {
            throw notFound();
        }
        surroundings.wanted().changed();
    }

    /** A new secret; the present one signs as well for a day. */
    public Added rotateSecret(UUID id) {
        require(id);
        var secret = SigningSecret.fresh();
        rows.rotate(id, sealed.seal(secret.key(), owner(id)), surroundings.now().plus(OLD_SECRET_HOLDS));
        return new Added(require(id), secret);
    }

    /** What happens meanwhile waits. */
    public Endpoint pause(UUID id, String by) {
        require(id);
        rows.pause(id, by + " paused it.", false, surroundings.now());
        return require(id);
    }

    /** By itself, until a person has seen to it; whether that is new. Within the caller's transaction. */
    boolean pauseBecause(Endpoint endpoint, String why) {
        boolean isNew = rows.pause(endpoint.id(), why, true, surroundings.now());
        if (isNew) {
            surroundings.events().publishEvent(new WebhookPaused(endpoint.id(), endpoint.host(), why));
        }
        return isNew;
    }

    /** What has waited goes out. */
    public Endpoint resume(UUID id) {
        surroundings.transactions().executeWithoutResult(status -> {
            if (!rows.resume(id)) {
                throw notFound();
            }
            surroundings.jobs().soon(Deliver.KIND, id.toString());
        });
        return require(id);
    }

    /** Those that a person has to see to. */
    public List<Endpoint> inTrouble() {
        return rows.all().stream().filter(Endpoint::pausedByItself).toList();
    }

    Optional<Endpoint> running(UUID id) {
        return rows.find(id).filter(endpoint -> endpoint.pausedAt() == null);
    }

    /** Those that are valid now, the newest first. */
    List<SigningSecret> secrets(UUID id) {
        return rows.secrets(id, surroundings.now()).stream()
                .flatMap(secrets -> Stream.of(Optional.of(secrets.present()), Optional.ofNullable(secrets.old())))
                .flatMap(Optional::stream)
                .map(hidden -> SigningSecret.of(sealed.open(hidden, owner(id))))
                .toList();
    }

    private static String owner(UUID id) {
        return "webhook " + id;
    }
}
