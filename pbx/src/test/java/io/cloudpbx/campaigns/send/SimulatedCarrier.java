package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The carrier, whose book of texts is the truth: what it has taken, what became of it, and what it says of it, or fails to say. */
final class SimulatedCarrier {
    /** What the carrier's list still does not show may be older than that only where it is not truthful. */
    static final Duration TRUTHFUL = Duration.ofMinutes(3);

    private static final List<Integer> DEAD_ENDS = List.of(30003, 30005, 30006, 30007);
    private static final int EXPIRED = 30036;
    /** What it gave up unsent as the number sends too much. */
    private static final Set<Integer> TOO_MUCH = Set.of(30001, 30022, EXPIRED);
    /** What it gave up unsent by the account's fault, or the number's. */
    private static final Set<Integer> FORGIVEN = Set.of(30002, 30034);

    private static final List<Integer> GIVEN_UP = List.of(30001, 30022, 30002, 30034);

    private final Simulation simulation;
    private final World world;
    private final Map<CarrierId, Taken> book = new LinkedHashMap<>();
    private final Set<PhoneNumber> blocked = new TreeSet<>();

    SimulatedCarrier(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
    }

    /** A text that the carrier has. */
    static final class Taken {
        final CarrierId id;
        final String token;
        final BulkText text;
        final Instant at;
        final Instant listedFrom;
        MessageStatus status = MessageStatus.QUEUED;
        int errorCode;

        @Nullable
        Instant arrivedAt;

        Taken(CarrierId id, String token, BulkText text, Instant at, Instant listedFrom) {
            this.id = id;
            this.token = token;
            this.text = text;
            this.at = at;
            this.listedFrom = listedFrom;
        }

        /** It is not sent any more, for nothing that is its recipient's. */
        boolean hasExpired() {
            return status.isOver() && (TOO_MUCH.contains(errorCode) || isForgiven());
        }

        /** Nobody who caused it is the recipient, nor the moment. */
        boolean isForgiven() {
            return FORGIVEN.contains(errorCode);
        }

        int segments() {
            return Segments.of(text.body()).count();
        }

        CarrierText seen() {
            return new CarrierText(id, text.from().e164(), text.to().e164(), text.body(), 0, status, errorCode, at);
        }
    }

    void block(PhoneNumber number) {
        blocked.add(number);
    }

    void unblock(PhoneNumber number) {
        blocked.remove(number);
    }

    boolean blocks(PhoneNumber number) {
        return blocked.contains(number);
    }

    /** Takes a text: from here on it is sent. */
    CarrierText take(String token, BulkText text, Duration validity) {
        var id = new CarrierId("SM%032x".formatted(book.size() + 1));
        Duration lag = world.happens(0.3) ? world.upTo(simulation.listLag()) : Duration.ZERO;
        Instant now = world.instant();
        var taken = new Taken(id, token, text, now, now.plus(lag));
        book.put(id, taken);
        world.tell("carrier takes %s for %s", id, text.to().e164());
        CarrierText answer = taken.seen();
        simulation.promises().taken(taken);
        Duration queued = world.happens(0.03) ? world.upTo(Duration.ofHours(3)) : world.upTo(Duration.ofSeconds(20));
        if (world.happens(0.6)) {
            world.in(queued.dividedBy(2), () -> advance(taken, MessageStatus.SENT, 0));
        }
        world.in(queued, () -> end(taken, queued.compareTo(validity) > 0));
        return answer;
    }

    /** It has brought a text long ago. */
    void broughtBefore(String token, CarrierId id, BulkText text, Instant at) {
        var taken = new Taken(id, token, text, at, at);
        taken.status = MessageStatus.DELIVERED;
        taken.arrivedAt = at;
        book.put(id, taken);
    }

    private void end(Taken taken, boolean expired) {
        if (expired) {
            advance(taken, MessageStatus.FAILED, EXPIRED);
        } else if (world.happens(0.1)) {
            advance(taken, MessageStatus.UNDELIVERED, world.oneOf(world.happens(0.3) ? GIVEN_UP : DEAD_ENDS));
        } else {
            Instant now = world.instant();
            taken.arrivedAt = now;
            simulation.promises().arrived(taken, now);
            // Some routes never tell that it arrived.
            advance(taken, world.happens(0.05) ? MessageStatus.SENT : MessageStatus.DELIVERED, 0);
        }
    }

    private void advance(Taken taken, MessageStatus status, int errorCode) {
        taken.status = status;
        taken.errorCode = errorCode;
        world.tell("carrier has %s %s", taken.id, status);
        var receipt = new Receipt(taken.token, taken.id, status.name().toLowerCase(java.util.Locale.ROOT), errorCode);
        if (!world.happens(simulation.trouble().lost())) {
            bring(receipt, 2);
        }
        if (world.happens(0.1)) {
            bring(receipt, 0);
        }
    }

    /** Some come early, some late, so that they overtake each other. */
    private void bring(Receipt receipt, int moreTries) {
        Duration late = world.happens(0.1) ? world.upTo(Duration.ofMinutes(8)) : world.upTo(Duration.ofSeconds(2));
        world.in(
                late,
                () -> simulation
                        .anyNode()
                        .ifPresent(node -> node.hear(receipt).whenComplete((kept, failure) -> {
                            if (failure != null && moreTries > 0) {
                                bring(receipt, moreTries - 1);
                            }
                        })));
    }

    Optional<Taken> find(CarrierId id) {
        return Optional.ofNullable(book.get(id));
    }

    List<CarrierText> listed(PhoneNumber from, PhoneNumber to) {
        return book.values().stream()
                .filter(taken ->
                        taken.text.from().equals(from) && taken.text.to().equals(to))
                .filter(taken -> !taken.listedFrom.isAfter(world.instant()))
                .map(Taken::seen)
                .toList();
    }

    List<CarrierText> made(PhoneNumber from, Instant since) {
        return book.values().stream()
                .filter(taken -> taken.text.from().equals(from) && !taken.at.isBefore(since))
                .filter(taken -> !taken.listedFrom.isAfter(world.instant()))
                .map(Taken::seen)
                .toList();
    }

    List<Taken> book() {
        return new ArrayList<>(book.values());
    }
}
