package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.access.Sealed;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.Person;
import io.cloudpbx.access.store.SecondFactorRows;
import io.cloudpbx.access.store.SecondFactorRows.Kept;
import io.cloudpbx.access.store.SessionRows;
import io.cloudpbx.problems.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The codes of an authenticator app, beside the password (S5). A code is taken once; ten others stand in for a lost phone. */
@Service
public class SecondFactors {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** As long as SHA-1's output, which RFC 4226 section 4 asks for. */
    private static final int KEY_BYTES = 20;

    private final SecondFactorRows rows;
    private final Sealed sealed;
    private final Attempts attempts;
    private final Aftermath aftermath;
    private final Clock clock;

    SecondFactors(SecondFactorRows rows, Sealed sealed, Attempts attempts, Aftermath aftermath, Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.attempts = attempts;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /** What follows a change: a line in the log, and the end of other sessions (S1). */
    @Component
    record Aftermath(Audit audit, SessionRows sessions, ApplicationEventPublisher events) {
        void endOthers(UUID user, String keptSession) {
            sessions.endOthers(user, keptSession);
            events.publishEvent(new AccessEnded(user));
        }
    }

    /** @param required whether an owner wants everybody to have one */
    public record Standing(@Nullable Instant since, int recoveryCodesLeft, boolean required) {}

    /** What an app is given: by its camera, or typed. */
    public record Offer(String key, String address, QrCode picture) {
        @Override
        public String toString() {
            return "Offer[****]";
        }
    }

    public Standing of(SignedIn who) {
        Instant since = rows.find(who.userId()).map(Kept::confirmedAt).orElse(null);
        return new Standing(since, rows.recoveryCodesLeft(who.userId()), rows.required());
    }

    /**
     * A new key, which counts once it is confirmed.
     *
     * @param business whose account it is, as the app shows it
     * @throws Problem {@code second_factor_on} when there is a confirmed one
     */
    @Transactional
    public Offer begin(SignedIn who, String business) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        if (!rows.begin(who.userId(), sealed.seal(key, who.userId().toString()))) {
            throw Problem.conflict("second_factor_on", "You have a second factor. Turn it off before adding another.");
        }
        String typed = new Base32().encodeToString(key);
        String address =
                "otpauth://totp/%s:%s?secret=%s&issuer=%1$s".formatted(escaped(business), escaped(who.email()), typed);
        return new Offer(typed, address, QrCode.of(address));
    }

    /**
     * From here on signing in takes a code.
     *
     * @return the recovery codes, which are never shown again
     * @throws Problem naming {@code code}; {@code too_many_attempts}; {@code second_factor_on}
     */
    public List<String> confirm(SignedIn who, String code, String session, String address) {
        Kept kept = rows.find(who.userId())
                .filter(found -> found.confirmedAt() == null)
                .orElseThrow(() -> Problem.conflict("second_factor_on", "There is nothing to confirm. Begin again."));
        prove(who, address, () -> takesTimeCode(who.userId(), kept, code));
        rows.confirm(who.userId(), clock.instant());
        aftermath.endOthers(who.userId(), session);
        aftermath.audit().record(Audit.Entry.of(who.userId(), address, "second_factor_added"));
        return freshCodes(who);
    }

    /** In place of those before. @throws Problem naming {@code code}; {@code too_many_attempts} */
    public List<String> newRecoveryCodes(SignedIn who, String code, String address) {
        prove(who, address, () -> isOn(who.userId()) && takes(who.userId(), code));
        aftermath.audit().record(Audit.Entry.of(who.userId(), address, "recovery_codes_made"));
        return freshCodes(who);
    }

    /** @throws Problem naming {@code code}; {@code too_many_attempts}; {@code second_factor_required} */
    public void turnOff(SignedIn who, String code, String session, String address) {
        if (rows.required()) {
            throw Problem.conflict(
                    "second_factor_required", "An owner wants everybody here to have a second factor, so it stays on.");
        }
        prove(who, address, () -> isOn(who.userId()) && takes(who.userId(), code));
        rows.delete(who.userId());
        aftermath.endOthers(who.userId(), session);
        aftermath.audit().record(Audit.Entry.of(who.userId(), address, "second_factor_removed"));
    }

    /** For somebody who lost phone and codes; their sessions end. */
    @Transactional
    public void removeOf(SignedIn who, Person person, String address) {
        if (rows.delete(person.id())) {
            aftermath.endOthers(person.id(), "");
            aftermath
                    .audit()
                    .record(Audit.Entry.of(who.userId(), address, "second_factor_removed")
                            .on(person.email()));
        }
    }

    public boolean required() {
        return rows.required();
    }

    /** Whoever has none is asked for it with their next request. */
    @Transactional
    public void require(SignedIn who, boolean required, String address) {
        rows.require(required);
        aftermath
                .audit()
                .record(Audit.Entry.of(who.userId(), address, "second_factor_policy_changed")
                        .because(required ? "required" : "not required"));
    }

    /** Whether this person must add one before anything else. */
    public boolean isMissing(UUID user) {
        return rows.isMissing(user);
    }

    boolean isOn(UUID user) {
        return confirmed(user).isPresent();
    }

    /** Whether a code, of the app or for recovery, is right; it is worth nothing afterwards. */
    boolean takes(UUID user, String code) {
        String given = code.replaceAll("[\\s-]", "");
        return given.matches("\\d{6}")
                ? confirmed(user)
                        .filter(kept -> takesTimeCode(user, kept, given))
                        .isPresent()
                : rows.takeRecoveryCode(user, RecoveryCode.hash(given));
    }

    private Optional<Kept> confirmed(UUID user) {
        return rows.find(user).filter(kept -> kept.confirmedAt() != null);
    }

    private boolean takesTimeCode(UUID user, Kept kept, String code) {
        byte[] key = sealed.open(kept.sealedKey(), user.toString());
        OptionalLong step = TimeCode.stepOf(key, code.replaceAll("[\\s-]", ""), clock.instant(), kept.lastStep());
        return step.isPresent() && rows.take(user, step.getAsLong());
    }

    /** An attempt counts before it is judged, so that guessing at once gains nothing. */
    private void prove(SignedIn who, String address, BooleanSupplier right) {
        attempts.count(who.email(), address);
        if (!right.getAsBoolean()) {
            throw wrongCode();
        }
        attempts.forgive(who.email());
    }

    static Problem wrongCode() {
        return Problem.invalid("code", "wrong", "is not right, or was used before; wait for the next one");
    }

    private List<String> freshCodes(SignedIn who) {
        List<String> codes = RecoveryCode.fresh();
        rows.replaceRecoveryCodes(
                who.userId(), codes.stream().map(RecoveryCode::hash).toList());
        return codes;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
