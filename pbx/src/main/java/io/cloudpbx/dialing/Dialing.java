package io.cloudpbx.dialing;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.DialRules;
import io.cloudpbx.dialing.flow.DialRules.Used;
import io.cloudpbx.dialing.flow.Emergency;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialSettingsRow;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Freeze;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the wish to call somebody, unless something speaks against it; {@link Placing} asks the carrier. */
@Service
public class Dialing {
    private final DialedCallRows rows;
    private final DialSettingsRow choices;
    private final Extensions extensions;
    private final Numbers numbers;
    private final Settings settings;
    private final Freeze freeze;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Dialing(
            DialedCallRows rows,
            DialSettingsRow choices,
            Extensions extensions,
            Numbers numbers,
            Settings settings,
            Freeze freeze,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.choices = choices;
        this.extensions = extensions;
        this.numbers = numbers;
        this.settings = settings;
        this.freeze = freeze;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Whom somebody wants to call.
     *
     * @param to as they wrote it
     * @param from the number of ours to show; null for their direct one, or else the main one
     * @param ext whose phone rings first; null for their own
     */
    public record Wish(
            String to, @Nullable String from, @Nullable String ext) {}

    /**
     * @throws Problem {@code invalid_fields} beside what cannot be; {@code call_live} while they are in another; {@code call_limit} when the
     *     day's calls or money are used up; {@code outbound_frozen} in a restored system
     */
    @Transactional
    public UUID call(Wish wish, SignedIn who) {
        refuseWhileFrozen();
        PhoneNumber to = callable(wish.to());
        Extension whose = extension(wish.ext(), who);
        PhoneNumber phone = Optional.ofNullable(whose.forwardTo())
                .orElseThrow(() -> Problem.invalid(
                        "ext",
                        "no_phone",
                        "has no phone that could ring: give extension " + whose.ext() + " one first"));
        PhoneNumber from = shown(wish.from(), whose);
        Instant now = clock.instant();
        Used used = rows.lockUsed(who.userId(), midnight(now));
        DialRules rules = choices.read().rules();
        refuse(to, rules, used);
        var call = new DialedCall(
                UUID.randomUUID(),
                who.userId(),
                who.name(),
                whose.id(),
                phone,
                from,
                to,
                null,
                State.READY,
                Reached.IN_PROGRESS,
                (int) rules.longest(used).toSeconds(),
                now,
                null,
                null,
                null,
                "");
        rows.insert(call);
        jobs.schedule(Placing.KIND, call.id().toString(), now);
        events.publishEvent(new DialedCallChanged(call.id(), to, now, Duration.ZERO));
        return call.id();
    }

    private void refuseWhileFrozen() {
        if (freeze.isOn()) {
            throw Problem.conflict(
                    "outbound_frozen",
                    "This system was restored from a backup; nobody is called until an owner resumes sending.");
        }
    }

    private static PhoneNumber callable(String written) {
        if (Emergency.isOne(written)) {
            throw Problem.invalid(
                    "to",
                    "emergency_number",
                    "is an emergency number: dial it from a phone, where help can find you. It is never called from here");
        }
        return PhoneNumber.written(written)
                .orElseThrow(() -> Problem.invalid("to", "not_a_number", "is no phone number that can be called"));
    }

    /** An agent's own is the one with their e-mail address; other people's phones are rung by who runs the company. */
    private Extension extension(@Nullable String ext, SignedIn who) {
        Optional<Extension> own = extensions.active().stream()
                .filter(extension -> !extension.email().isBlank())
                .filter(extension -> extension.email().equalsIgnoreCase(who.email()))
                .findFirst();
        if (ext == null || own.filter(extension -> extension.ext().equals(ext)).isPresent()) {
            return own.orElseThrow(() -> Problem.invalid(
                    "ext",
                    "no_extension",
                    "is not known: no extension has your e-mail address, so nobody knows your phone"));
        }
        if (!who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden(
                    "not_your_extension", "Only an owner or an admin may let somebody else's phone ring.");
        }
        return extensions
                .byExt(ext)
                .filter(Extension::active)
                .orElseThrow(() -> Problem.invalid("ext", "unknown_extension", "is nobody's extension"));
    }

    private PhoneNumber shown(@Nullable String from, Extension whose) {
        if (from == null) {
            return Optional.ofNullable(whose.numberId())
                    .flatMap(numbers::find)
                    .filter(Dialing::isUsable)
                    .or(() -> numbers.main().filter(Dialing::isUsable))
                    .map(number -> Objects.requireNonNull(number.number()))
                    .orElseThrow(
                            () -> Problem.invalid("from", "no_number", "is missing: the company has no number yet"));
        }
        return PhoneNumber.written(from)
                .filter(number ->
                        numbers.holding(number).filter(Dialing::isUsable).isPresent())
                .orElseThrow(() -> Problem.invalid("from", "not_our_number", "is not one of the company's numbers"));
    }

    private static boolean isUsable(OwnNumber number) {
        return number.number() != null && number.carrierId() != null;
    }

    private void refuse(PhoneNumber to, DialRules rules, Used used) {
        var refusal = rules.against(to, numbers.holding(to).isPresent(), used).orElse(null);
        switch (refusal) {
            case SATELLITE ->
                throw Problem.invalid(
                        "to",
                        "satellite_number",
                        "belongs to a satellite or international network, which is not called");
            case PREMIUM -> throw Problem.invalid("to", "premium_number", "is a premium number, which is not called");
            case OWN_NUMBER -> throw Problem.invalid("to", "own_number", "is one of the company's own numbers");
            case COUNTRY ->
                throw Problem.invalid(
                        "to",
                        "country_not_allowed",
                        "is in a country that is not called; an owner or admin can allow it");
            case CALLING -> throw Problem.conflict("call_live", "You are in a call already.");
            case TOO_MANY ->
                throw Problem.conflict(
                        "call_limit",
                        "You have placed as many calls today as one person may; they begin anew at midnight.");
            case TOO_DEAR ->
                throw Problem.conflict(
                        "call_limit",
                        "Your calls of today have used up what one person may spend; it begins anew at midnight.");
            case null -> {}
        }
    }

    private Instant midnight(Instant now) {
        ZoneId zone = settings.current().timeZone();
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}
