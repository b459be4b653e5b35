package io.cloudpbx.storage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Keys of blobs, {@code kind/yyyy/mm/<32 hex digits>}: never made from names that come from outside (T15), and not to be
 * guessed (T10).
 */
public final class BlobKeys {
    private static final Pattern FORM = Pattern.compile("[a-z]{1,30}/\\d{4}/\\d{2}/[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private BlobKeys() {}

    /** @param kind lower-case letters, such as {@code voicemail} */
    public static String fresh(String kind, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return checked("%s/%04d/%02d/%s"
                .formatted(
                        kind,
                        today.getYear(),
                        today.getMonthValue(),
                        HexFormat.of().formatHex(random)));
    }

    static String checked(String key) {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of a blob: " + key);
        }
        return key;
    }
}
