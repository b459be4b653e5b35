package io.cloudpbx.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API keys of all accounts ({@code twilio.md} section 11, Auth). */
public final class ApiKeys {
    private static final int SECRET_LENGTH = 32;

    private final Table<ApiKey> keys;

    ApiKeys(CarrierState state) {
        this.keys = state.table("api-key", ApiKey.class);
    }

    /** A key with the only copy of its secret. */
    public record Issued(ApiKey key, String secret) {}

    public Issued issue(String accountSid, @Nullable String friendlyName, Instant now) {
        String secret = Sids.next("").substring(0, SECRET_LENGTH);
        ApiKey key = new ApiKey(Sids.next("SK"), accountSid, friendlyName, hash(secret), now, now);
        save(key);
        return new Issued(key, secret);
    }

    public void save(ApiKey key) {
        keys.put(key.sid(), key);
    }

    public Optional<ApiKey> find(String sid) {
        return keys.get(sid);
    }

    /** The key, when this is its secret. */
    public Optional<ApiKey> find(String sid, String secret) {
        return find(sid)
                .filter(key -> MessageDigest.isEqual(
                        key.secretHash().getBytes(StandardCharsets.UTF_8),
                        hash(secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** All keys, oldest first. */
    public List<ApiKey> all() {
        return keys.all();
    }

    public void delete(ApiKey key) {
        keys.remove(key.sid());
    }

    /** Of random secrets of 128 bits a plain hash gives nothing away. */
    private static String hash(String secret) {
        return Sids.derived("", secret);
    }
}
