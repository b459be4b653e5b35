package io.cloudpbx.access.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits of an authenticator app (RFC 6238 with SHA-1, which is all that every app knows): a new code each half
 * minute. No library: those there are bring a generator of pictures or another Base32 for these few lines.
 */
final class TimeCode {
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;

    private TimeCode() {}

    /** @return the half minute that an instant belongs to */
    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
    }

    /**
     * The half minute that a code is from: this one, or the one before or after, since clocks differ; and newer than the
     * last one taken, so that a code that somebody looked at over a shoulder is worth nothing.
     */
    static OptionalLong stepOf(byte[] key, String code, Instant now, long lastTaken) {
        long present = stepAt(now);
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> step > lastTaken && matches(at(key, step), code))
                .findFirst();
    }

    static String at(byte[] key, long step) {
        int digits = truncated(hash(key, step)) % (int) Math.pow(10, DIGITS);
        return String.format("%0" + DIGITS + "d", digits);
    }

    private static byte[] hash(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-1.", impossible);
        }
    }

    /** RFC 4226 section 5.3: four bytes, from where the last half byte says, without the sign. */
    private static int truncated(byte[] hash) {
        int offset = hash[hash.length - 1] & 0xf;
        return ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    }

    private static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
