package io.cloudpbx.access.passkeys;

import io.cloudpbx.access.Sealed;
import io.cloudpbx.access.store.PasskeyRows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a passkey signs, once. A challenge is sealed and carries its own end, so asking for one writes nothing; one that was answered
 * rightly is kept until then, so that it is answered no second time.
 */
@Component
class Challenges {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int MOST = 200;

    private final Sealed sealed;
    private final PasskeyRows rows;
    private final Clock clock;

    Challenges(Sealed sealed, PasskeyRows rows, Clock clock) {
        this.sealed = sealed;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param purpose what it is for, and for whom; for nothing else can it be answered */
    String fresh(String purpose) {
        long end = clock.instant().plus(VALID).toEpochMilli();
        byte[] hidden = sealed.seal(ByteBuffer.allocate(Long.BYTES).putLong(end).array(), "passkey " + purpose);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hidden);
    }

    boolean isOpen(String challenge, String purpose) {
        return endOf(challenge, purpose)
                .filter(end -> end.isAfter(clock.instant()))
                .isPresent();
    }

    /** Whether it was not answered before. */
    boolean answer(String challenge) {
        rows.forgetAnsweredBefore(clock.instant());
        return rows.answer(
                Hashes.sha256(challenge.getBytes(StandardCharsets.US_ASCII)),
                clock.instant().plus(VALID));
    }

    private Optional<Instant> endOf(String challenge, String purpose) {
        if (challenge.length() > MOST) {
            return Optional.empty();
        }
        try {
            byte[] end = sealed.open(Base64.getUrlDecoder().decode(challenge), "passkey " + purpose);
            return Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(end).getLong()));
        } catch (IllegalArgumentException | IllegalStateException | NegativeArraySizeException notOurs) {
            return Optional.empty();
        }
    }
}
