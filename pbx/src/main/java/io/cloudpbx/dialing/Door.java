package io.cloudpbx.dialing;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.messaging.Freeze;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.Destinations.Bar;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What every call passes that somebody here begins: whose phone may ring for whom, and which number of ours it shows. */
@Service
public class Door {
    private final Extensions extensions;
    private final Numbers numbers;
    private final Settings settings;
    private final Freeze freeze;

    Door(Extensions extensions, Numbers numbers, Settings settings, Freeze freeze) {
        this.extensions = extensions;
        this.numbers = numbers;
        this.settings = settings;
        this.freeze = freeze;
    }

    /**
     * A phone that may ring.
     *
     * @param extension whose it is
     * @param from one of our numbers, which it shows
     */
    public record Way(UUID extension, PhoneNumber phone, PhoneNumber from) {}

    /**
     * @param from the number of ours to show; null for their direct one, or else the main one
     * @param ext whose phone rings; null for their own
     * @throws Problem {@code invalid_fields} beside what cannot be; {@code not_your_extension}; {@code outbound_frozen} in a restored system
     */
    public Way open(@Nullable String from, @Nullable String ext, SignedIn who) {
        if (freeze.isOn()) {
            throw Problem.conflict(
                    "outbound_frozen",
                    "Sending is stopped, as after a restore from a backup; nobody is called until an owner or admin resumes it.");
        }
        Extension whose = extension(ext, who);
        PhoneNumber phone = Optional.ofNullable(whose.forwardTo())
                .orElseThrow(() -> Problem.invalid(
                        "ext",
                        "no_phone",
                        "has no phone that could ring: give extension " + whose.ext() + " one first"));
        bar(phone).ifPresent(bar -> {
            throw Problem.invalid("ext", bar.code(), "has a phone that " + bar.words());
        });
        return new Way(whose.id(), phone, shown(from, whose));
    }

    /** What keeps a number from being called, asked again when it is: where calls may go may have changed since it was wanted. */
    public Optional<Bar> bar(PhoneNumber number) {
        return settings.current().destinations().against(number);
    }

    /** An agent's own is the one with their e-mail address; other people's phones are rung by who runs the company. */
    public Extension extension(@Nullable String ext, SignedIn who) {
        Optional<Extension> own = own(who);
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

    public Optional<Extension> own(SignedIn who) {
        return extensions.of(who.email());
    }

    private PhoneNumber shown(@Nullable String from, Extension whose) {
        if (from == null) {
            return Optional.ofNullable(whose.numberId())
                    .flatMap(numbers::find)
                    .filter(Door::isUsable)
                    .or(() -> numbers.main().filter(Door::isUsable))
                    .map(number -> Objects.requireNonNull(number.number()))
                    .orElseThrow(
                            () -> Problem.invalid("from", "no_number", "is missing: the company has no number yet"));
        }
        return PhoneNumber.written(from)
                .filter(number -> numbers.holding(number).filter(Door::isUsable).isPresent())
                .orElseThrow(() -> Problem.invalid("from", "not_our_number", "is not one of the company's numbers"));
    }

    private static boolean isUsable(OwnNumber number) {
        return number.number() != null && number.carrierId() != null;
    }
}
