package io.cloudpbx.access.account;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.ApiToken;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.TokenRows;
import io.cloudpbx.access.store.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * API tokens, {@code cpbx_<id>_<secret>} (S7): shown once, kept as a hash, found by id. Every request asks the database,
 * so a revoked token is refused everywhere at once.
 */
@Service
public class ApiTokens {
    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);
    private static final Pattern FORM = Pattern.compile("cpbx_([0-9a-f]{16})_([0-9a-f]{64})");
    /** Noting each use would turn every reading request into a writing one. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenRows rows;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(TokenRows rows, Users users, Audit audit, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token just made, with what is never shown again. */
    public record Created(ApiToken token, String text) {
        @Override
        public String toString() {
            return "Created[" + token.prefix() + "]";
        }
    }

    @Transactional
    public Created create(SignedIn owner, String name, Role role, Duration valid, String address) {
        Secret secret = Secret.fresh();
        String id = Secret.fresh().text().substring(0, 16);
        Instant now = clock.instant();
        ApiToken token = new ApiToken(id, name, role, now, now.plus(valid), null);
        rows.add(new TokenRows.WithHash(token, owner.userId(), secret.hash()));
        audit.record(Audit.Entry.of(owner.userId(), address, "token_created").on(id));
        return new Created(token, token.prefix() + "_" + secret.text());
    }

    public List<ApiToken> of(SignedIn owner) {
        return rows.of(owner.userId());
    }

    /** @return whether there was such a token of this person */
    @Transactional
    public boolean revoke(SignedIn owner, String id, String address) {
        boolean revoked = rows.delete(id, owner.userId());
        if (revoked) {
            audit.record(
                    Audit.Entry.of(owner.userId(), address, "token_revoked").on(id));
        }
        return revoked;
    }

    /** Whom a token stands for, with the lesser of the person's role and its own. */
    public Optional<SignedIn> holder(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Secret secret = new Secret(matcher.group(2));
        return rows.find(matcher.group(1))
                .filter(row -> secret.matches(row.secretHash()))
                .filter(row -> row.token().expiresAt().isAfter(clock.instant()))
                .flatMap(this::use);
    }

    /** A database that takes nothing makes nobody a stranger: help is called then too (C35). */
    private void noteUse(TokenRows.WithHash row, Instant now) {
        try {
            rows.noteUse(row.token().id(), now);
        } catch (DataAccessException unwritten) {
            LOG.warn("When a token was used is not written down", unwritten);
        }
    }

    private Optional<SignedIn> use(TokenRows.WithHash row) {
        Instant now = clock.instant();
        Instant lastUsed = row.token().lastUsedAt();
        if (lastUsed == null || lastUsed.plus(USE_NOTED_EVERY).isBefore(now)) {
            noteUse(row, now);
        }
        return users.find(row.userId()).map(user -> user.limitedTo(row.token().role()));
    }
}
