package io.cloudpbx.contacts.store;

import io.cloudpbx.telephony.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keyed hash of a number, which stays when its person is forgotten (C8, C39). The key is made with the database and never
 * changes: every node must find what another wrote, and a backup that is restored must still know who opted out.
 */
@Repository
public class NumberHashes {
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec key;

    NumberHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] of(PhoneNumber number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(number.e164().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256.", impossible);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(
                    jdbc.sql("select key from number_hash_key")
                            .query(byte[].class)
                            .single(),
                    ALGORITHM);
            key = known;
        }
        return known;
    }
}
