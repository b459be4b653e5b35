package io.cloudpbx.access.account;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** A code that stands in once for a lost phone: 80 random bits, so that their fast hash is enough to keep. */
final class RecoveryCode {
    private static final int HOW_MANY = 10;
    private static final int LENGTH = 16;

    private RecoveryCode() {}

    static List<String> fresh() {
        return Stream.generate(RecoveryCode::one).limit(HOW_MANY).toList();
    }

    /** What is kept of one, however it was typed. */
    static byte[] hash(String code) {
        return new Secret(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
    }

    private static String one() {
        String letters = new Base32()
                .encodeToString(Secret.fresh().hash())
                .toLowerCase(Locale.ROOT)
                .substring(0, LENGTH);
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }
}
