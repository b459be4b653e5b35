package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.OwnerSetUp;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first owner, by a link that only whoever started the program can read, once. */
@Service
public class SetUp {
    private static final Logger log = LoggerFactory.getLogger(SetUp.class);
    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Users users;
    private final Passwords passwords;
    private final Audit audit;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetUp(
            JdbcClient jdbc,
            Users users,
            Passwords passwords,
            Audit audit,
            AccessSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
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
        if (!users.areThere()) {
            log.info(
                    "Nobody can sign in yet. Set CloudPBX up within 24 hours: {}",
                    settings.link("/setup/" + newLink()));
        }
    }

    /** A further link; those made earlier stay valid for their day, as another node may have printed them. */
    String newLink() {
        Secret secret = Secret.fresh();
        jdbc.sql("insert into setup_links (token_hash, expires_at) values (:hash, :expires)")
                .param("hash", secret.hash())
                .param("expires", utc(clock.instant().plus(VALID)))
                .update();
        return secret.text();
    }

    /** @throws Problem {@code setup_link_invalid} when the link is unknown, old, or used */
    public Instant expiryOf(String token) {
        return jdbc.sql("select expires_at from setup_links where token_hash = :hash and expires_at > :now")
                .param("hash", new Secret(token).hash())
                .param("now", utc(clock.instant()))
                .query(OffsetDateTime.class)
                .optional()
                .orElseThrow(SetUp::invalid)
                .toInstant();
    }

    /** @throws Problem {@code setup_link_invalid}, or naming the password; the link can then be used again */
    @Transactional
    public SignedIn complete(String token, Wish wish, String address) {
        expiryOf(token);
        String hash = passwords.hashNew(
                wish.password(), Stream.of(wish.name(), wish.email(), wish.businessName(), "cloudpbx"));
        // Of two who come at once the second waits here, and then finds no link.
        jdbc.sql("lock table setup_links in exclusive mode").update();
        expiryOf(token);
        jdbc.sql("delete from setup_links").update();
        SignedIn owner = users.add(wish.name(), wish.email(), hash, Role.OWNER);
        events.publishEvent(new OwnerSetUp(owner.userId(), wish.businessName().strip(), wish.timeZone()));
        audit.record(Audit.Entry.of(owner.userId(), address, "set_up"));
        return owner;
    }

    private static Problem invalid() {
        return Problem.notFound(
                "setup_link_invalid", "This link has been used or is too old. Start CloudPBX again for a new one.");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
