package io.cloudpbx.access.account;

import io.cloudpbx.access.PasswordRule;
import io.cloudpbx.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Argon2id, 19 MiB, two passes, one lane (S4), and no more hashes at once than the machine bears (T14). */
@Component
class Passwords {
    private static final PasswordRule RULE = PasswordRule.PRESENT;
    /** What people put behind a word until it is long enough. */
    private static final Pattern FILLING = Pattern.compile("\\P{L}+$");

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore hashing = new Semaphore(AT_ONCE);
    private final Set<String> known = wellKnown();
    /** Compared when there is no such user, so that the time of an answer does not tell who has an account. */
    private final Supplier<String> nobodys = SingletonSupplier.of(
            () -> Objects.requireNonNull(argon2.encode(Secret.fresh().text())));

    /**
     * @param context words of the person and the company, which others guess first
     * @throws Problem naming {@code password} when it is too short, too long or too well known
     */
    String hashNew(String password, Stream<String> context) {
        if (password.length() < RULE.least()) {
            throw Problem.invalid("password", "too_short", "must have at least %d characters".formatted(RULE.least()));
        }
        if (password.length() > RULE.most()) {
            throw Problem.invalid("password", "too_long", "may have at most %d characters".formatted(RULE.most()));
        }
        if (isGuessedFirst(password, context)) {
            throw Problem.invalid("password", "too_common", "is one of those that others try first");
        }
        return bounded(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /** Takes equally long whether there is a hash or none. */
    boolean matches(String password, @Nullable String hash) {
        String given = password.length() > RULE.most() ? "" : password;
        String nobody = nobodys.get();
        boolean same = bounded(() -> argon2.matches(given, hash == null ? nobody : hash));
        return same && hash != null && !given.isEmpty();
    }

    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    String hashAgain(String password) {
        return bounded(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    private boolean isGuessedFirst(String password, Stream<String> context) {
        String lower = password.toLowerCase(Locale.ROOT).replace(" ", "");
        String bare = bare(lower);
        return known.contains(lower)
                || known.contains(bare)
                || lower.chars().distinct().count() < 4
                || context.map(word -> word.toLowerCase(Locale.ROOT).replace(" ", ""))
                        .anyMatch(word -> word.length() > 3 && (lower.equals(word) || bare.equals(word)));
    }

    private static String bare(String word) {
        return FILLING.matcher(word).replaceFirst("");
    }

    private <T> T bounded(Supplier<T> hash) {
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(503, "temporarily_unavailable", "Too many people sign in at this moment. Try again.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to check a password.", interrupted);
        }
        try {
            return hash.get();
        } finally {
            hashing.release();
        }
    }

    private static Set<String> wellKnown() {
        try (InputStream list = Passwords.class.getResourceAsStream("well-known-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(word -> Stream.of(word, bare(word)))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
