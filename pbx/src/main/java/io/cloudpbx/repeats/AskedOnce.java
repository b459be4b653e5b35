package io.cloudpbx.repeats;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.repeats.store.KeyRows;
import io.cloudpbx.repeats.store.KeyRows.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts once for each key that a client chose (the header {@code Idempotency-Key}, draft-ietf-httpapi-idempotency-key-header). The
 * key is kept by the transaction that acts: what was undone was not asked.
 */
@Service
public class AskedOnce {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final KeyRows rows;
    private final JsonMapper json;
    private final Clock clock;

    AskedOnce(KeyRows rows, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the act made; or what it made when the same was asked with that key before, by the same person. Whoever asks while the
     * first request is still at work waits for it.
     *
     * @param key null acts each time
     * @param asked the request's body, by which the same is known
     * @throws Problem {@code invalid_idempotency_key}; {@code idempotency_key_reused} when something else was asked with it
     */
    @Transactional
    public <T> T of(@Nullable String key, SignedIn who, Object asked, Class<T> type, Supplier<T> act) {
        if (key == null) {
            return act.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(
                    400,
                    "invalid_idempotency_key",
                    "An Idempotency-Key has 1 to 255 letters, digits or signs, no spaces.");
        }
        String hash = hash(asked);
        if (rows.take(who.userId(), key, hash, clock.instant())) {
            T made = act.get();
            rows.made(who.userId(), key, json.writeValueAsString(made));
            return made;
        }
        return made(rows.kept(who.userId(), key).orElseThrow(), hash, type);
    }

    /**
     * What was made when the same was asked with that key before, for who has to look outside before they act. Empty when it was not.
     *
     * @throws Problem {@code idempotency_key_reused}
     */
    @Transactional(readOnly = true)
    public <T> Optional<T> before(@Nullable String key, SignedIn who, Object asked, Class<T> type) {
        return Optional.ofNullable(key)
                .flatMap(known -> rows.kept(who.userId(), known))
                .map(kept -> made(kept, hash(asked), type));
    }

    private String hash(Object asked) {
        return DigestUtils.sha256Hex(
                (asked.getClass().getName() + json.writeValueAsString(asked)).getBytes(StandardCharsets.UTF_8));
    }

    private <T> T made(Kept kept, String hash, Class<T> type) {
        return json.readValue(Objects.requireNonNull(same(kept, hash).made()), type);
    }

    private static Kept same(Kept kept, String hash) {
        if (!kept.hash().equals(hash)) {
            throw Problem.of(
                    422,
                    "idempotency_key_reused",
                    "Something else was asked with this Idempotency-Key. Choose a new one for a new request.");
        }
        return kept;
    }
}
