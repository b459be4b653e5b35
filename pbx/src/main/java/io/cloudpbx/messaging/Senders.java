package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Sender;
import io.cloudpbx.messaging.flow.Sender.Abilities;
import io.cloudpbx.messaging.flow.Sender.Registration;
import io.cloudpbx.messaging.store.SenderRows;
import io.cloudpbx.messaging.store.SenderRows.Blocked;
import io.cloudpbx.numbers.ListedRegistration;
import io.cloudpbx.numbers.NumberState;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Our numbers as senders: which are ours, and what the carrier has taught us about them (C28). */
@Component
public class Senders {
    /** Registration is looked at by sending again, now and then: nobody tells us when it is through. */
    private static final Duration BELIEVED_FOR = Duration.ofHours(1);

    private static final Map<Integer, Registration> LESSONS = Map.of(
            30032, Registration.PENDING,
            30033, Registration.SUSPENDED,
            30034, Registration.MISSING,
            30035, Registration.PENDING);

    private final Numbers numbers;
    private final SenderRows rows;
    private final Clock clock;

    Senders(Numbers numbers, SenderRows rows, Clock clock) {
        this.numbers = numbers;
        this.rows = rows;
        this.clock = clock;
    }

    Sender of(PhoneNumber number) {
        return Objects.requireNonNull(among(Set.of(number)).get(number));
    }

    /** Each of them, ours or not. */
    Map<PhoneNumber, Sender> among(Set<PhoneNumber> several) {
        Map<PhoneNumber, OwnNumber> held = numbers.holding(several);
        Map<PhoneNumber, Blocked> blocked = rows.blocked(several);
        return several.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> sender(
                                number,
                                Optional.ofNullable(held.get(number)),
                                Optional.ofNullable(blocked.get(number)))));
    }

    private Sender sender(PhoneNumber number, Optional<OwnNumber> own, Optional<Blocked> blocked) {
        return new Sender(
                number,
                number.isTollFree(),
                own.isPresent(),
                own.filter(Senders::canText).isPresent(),
                // A number that nobody could text from would not have been bought.
                new Abilities(true, own.map(OwnNumber::sendsPictures).orElse(true)),
                registration(blocked, own));
    }

    private static boolean canText(OwnNumber number) {
        return number.carrierId() != null
                && (number.state() == NumberState.READY || number.state() == NumberState.CHECKING);
    }

    /** A receipt of the last hour knows better than what the carrier lists, unless that is newer. */
    private Registration registration(Optional<Blocked> known, Optional<OwnNumber> own) {
        Optional<ListedRegistration> listed = own.map(OwnNumber::registration);
        return known.filter(blocked -> blocked.since().isAfter(clock.instant().minus(BELIEVED_FOR)))
                .filter(blocked -> listed.filter(found -> found.status() == ListedRegistration.Status.APPROVED)
                        .filter(found -> found.checkedAt().isAfter(blocked.since()))
                        .isEmpty())
                .map(blocked -> LESSONS.getOrDefault(blocked.code(), Registration.APPROVED))
                .orElseGet(() -> listed.map(ListedRegistration::status)
                        .map(Senders::listed)
                        .orElse(Registration.UNKNOWN));
    }

    private static Registration listed(ListedRegistration.Status status) {
        return switch (status) {
            case APPROVED -> Registration.APPROVED;
            case PENDING -> Registration.PENDING;
            case REJECTED -> Registration.REJECTED;
            case SUSPENDED -> Registration.SUSPENDED;
            case NONE -> Registration.UNKNOWN;
        };
    }

    /** What a receipt says about its sender. */
    public void learn(PhoneNumber number, int errorCode) {
        if (LESSONS.containsKey(errorCode)) {
            rows.block(number, new Blocked(errorCode, CarrierErrors.sentence(errorCode), clock.instant()));
        }
    }

    /** Whether there is any number whose texts the carrier does not take. */
    public boolean anyIsBlocked() {
        return rows.anyIsBlocked();
    }

    /** A text of this number arrived. */
    public void learnDelivered(PhoneNumber number) {
        if (rows.blocked(Set.of(number)).containsKey(number)) {
            rows.free(number);
        }
    }

    /**
     * The number that a text to somebody leaves from: the one that was asked for, else the one they wrote to, else the main
     * number.
     *
     * @throws Problem {@code invalid_fields} for {@code from}, or {@code no_sender} while there is no main number
     */
    public PhoneNumber choose(@Nullable PhoneNumber wanted, @Nullable Conversation conversation) {
        if (wanted != null) {
            if (numbers.holding(wanted).isEmpty()) {
                throw Problem.invalid("from", "not_our_number", "is not one of your numbers");
            }
            return wanted;
        }
        return Optional.ofNullable(conversation)
                .map(Conversation::ours)
                .filter(ours -> numbers.holding(ours).filter(Senders::canText).isPresent())
                .or(() -> numbers.main().map(OwnNumber::number))
                .orElseThrow(() -> Problem.conflict("no_sender", "There is no number yet to send from."));
    }
}
