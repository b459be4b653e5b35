package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.OwnerSetUp;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.SetUpLinks;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first owner, by a link that only whoever started the program can read, once. */
@Service
public class SetUp {
    private static final Logger log = LoggerFactory.getLogger(SetUp.class);
    private static final Duration VALID = Duration.ofHours(24);

    private final SetUpLinks links;
    private final Users users;
    private final Passwords passwords;
    private final Audit audit;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetUp(
            SetUpLinks links,
            Users users,
            Passwords passwords,
            Audit audit,
            AccessSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Who the first owner is to be, and for which company. */
    public record Wish(String name, String email, String password, String businessName, ZoneId timeZone) {
        @Override
        public String toString() {
            return "Wish[password=****]";
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerLink() {
        // The launcher waits for one of the two and shows it.
        if (users.areThere()) {
            log.info("CloudPBX has been set up: people sign in with their email and password.");
        } else {
            log.info(
                    "Nobody can sign in yet. Set CloudPBX up within 24 hours: {}",
                    settings.link("/setup/" + newLink()));
        }
    }

    /** A further link; those made earlier stay valid for their day, as another node may have printed them. */
    String newLink() {
        Secret secret = Secret.fresh();
        links.add(secret.hash(), clock.instant().plus(VALID));
        return secret.text();
    }

    /**
     * None is worth anything once there is somebody: one node may have made a link while the owner was made at another.
     *
     * @throws Problem {@code setup_link_invalid} when the link is unknown, old, or used
     */
    public Instant expiryOf(String token) {
        return links.expiryOf(new Secret(token).hash())
                .filter(expiresAt -> expiresAt.isAfter(clock.instant()) && !users.areThere())
                .orElseThrow(() -> Problem.notFound(
                        "setup_link_invalid",
                        "This link has been used or is too old. Start CloudPBX again for a new one."));
    }

    /** @throws Problem {@code setup_link_invalid}, or naming the password; the link can then be used again */
    @Transactional
    public SignedIn complete(String token, Wish wish, String address) {
        expiryOf(token);
        String hash = passwords.hashNew(
                wish.password(), Stream.of(wish.name(), wish.email(), wish.businessName(), "cloudpbx"));
        // Of two who come at once the second waits here, and then finds somebody.
        links.lock();
        expiryOf(token);
        links.deleteAll();
        SignedIn owner = users.add(wish.name(), wish.email(), hash, Role.OWNER);
        events.publishEvent(new OwnerSetUp(owner.userId(), wish.businessName().strip(), wish.timeZone()));
        audit.record(Audit.Entry.of(owner.userId(), address, "set_up"));
        return owner;
    }
}
