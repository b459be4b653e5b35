package io.cloudpbx.campaigns.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.flow.Validity;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The carrier as a node meets it: at the end of a line that breaks, with a server that is sometimes slow, busy or wrong. */
final class CarrierLine implements BulkCarrier, CarrierTexts {
    private static final Duration LINE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimulatedCarrier carrier;
    private final Node node;

    CarrierLine(SimulatedCarrier carrier, Node node) {
        this.carrier = carrier;
        this.node = node;
    }

    /** What may become of a request. */
    private enum Fate {
        TAKEN,
        BUSY,
        UNREACHABLE,
        QUEUE_FULL,
        REFUSED,
        NUMBER_AT_FAULT,
        ACCOUNT_AT_FAULT,
        FAILED_BEFORE,
        FAILED_AFTER,
        CUT_BEFORE,
        CUT_AFTER,
        SLOW,
        /** It is taken when nobody waits for the answer any more. */
        LATE
    }

    private static final List<Fate> TROUBLES = List.of(Fate.values());

    @Override
    public Handed hand(BulkText text, String callbackPath, @Nullable Instant until, long since) {
        Duration validity = Validity.at(node.clock().instant(), until, Duration.ofNanos(node.nanoTime() - since));
        if (validity.isZero()) {
            return new Handed.TooLate();
        }
        String token = callbackPath.substring(callbackPath.lastIndexOf('/') + 1);
        node.acts("asks the carrier");
        node.asks(token, text);
        Fate fate = node.suffers(node.trouble().carrier()) ? node.world().oneOf(TROUBLES) : Fate.TAKEN;
        try {
            return new Handed.Accepted(request(fate, token, text, validity));
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.UNKNOWN_OUTCOME) {
                node.neverHears(token);
            }
            return new Handed.Failed(failure);
        } catch (Node.Died died) {
            node.neverHears(token);
            throw died;
        } finally {
            node.asked(token);
        }
    }

    private CarrierText request(Fate fate, String token, BulkText text, Duration validity) {
        try {
            node.wait(fate == Fate.SLOW ? PATIENCE.dividedBy(2) : LINE);
        } catch (Node.Died died) {
            if (fate != Fate.UNREACHABLE && node.world().happens(0.5)) {
                take(token, text, validity);
            }
            throw died;
        }
        return switch (fate) {
            case BUSY -> throw new CarrierFailure(Kind.NOT_NOW, 20429, "too many requests");
            case UNREACHABLE -> throw new CarrierFailure(Kind.NOT_NOW, 0, "cannot be reached");
            case QUEUE_FULL ->
                throw new CarrierFailure(Kind.REFUSED, node.world().happens(0.5) ? 21611 : 30001, "queue full");
            case NUMBER_AT_FAULT -> throw new CarrierFailure(Kind.REFUSED, 21606, "not able to text");
            case ACCOUNT_AT_FAULT -> throw new CarrierFailure(Kind.REFUSED, 20003, "authenticate");
            case REFUSED -> throw new CarrierFailure(Kind.REFUSED, 21211, "no such number");
            case FAILED_BEFORE, CUT_BEFORE -> throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "no answer");
            case FAILED_AFTER, CUT_AFTER -> {
                take(token, text, validity);
                throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "no answer");
            }
            case LATE -> {
                node.world().in(node.world().upTo(Duration.ofSeconds(15)), () -> take(token, text, validity));
                node.wait(PATIENCE);
                throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "no answer in time");
            }
            case TAKEN, SLOW -> {
                CarrierText answer = take(token, text, validity)
                        .orElseThrow(() -> new CarrierFailure(Kind.REFUSED, 21610, "opted out"));
                node.wait(fate == Fate.SLOW ? PATIENCE.dividedBy(2) : LINE);
                yield answer;
            }
        };
    }

    private Optional<CarrierText> take(String token, BulkText text, Duration validity) {
        return carrier.blocks(text.to()) ? Optional.empty() : Optional.of(carrier.take(token, text, validity));
    }

    @Override
    public Optional<CarrierText> text(CarrierId id) {
        node.wait(LINE);
        failPerhaps();
        return carrier.find(id).map(SimulatedCarrier.Taken::seen);
    }

    @Override
    public List<CarrierText> sentBetween(PhoneNumber from, PhoneNumber to) {
        node.wait(LINE);
        failPerhaps();
        List<CarrierText> listed = carrier.listed(from, to);
        node.wait(LINE);
        return listed;
    }

    @Override
    public int sentFrom(
            PhoneNumber from, Instant since, Instant before, int requests, Consumer<List<CarrierText>> page) {
        throw new UnsupportedOperationException("So many are never quiet here.");
    }

    private void failPerhaps() {
        if (node.suffers(node.trouble().carrier() / 2)) {
            throw new CarrierFailure(Kind.NOT_NOW, 20429, "too many requests");
        }
    }

    @Override
    public CarrierText send(TextOrder order) {
        throw new UnsupportedOperationException("Campaigns hand over by BulkCarrier.");
    }

    @Override
    public void madeFrom(PhoneNumber from, Instant since, Consumer<List<CarrierText>> page) {
        node.wait(LINE);
        failPerhaps();
        List<CarrierText> made = carrier.made(from, since);
        node.wait(LINE);
        page.accept(made);
    }

    @Override
    public List<CarrierText> receivedSince(Instant since, int most) {
        throw new UnsupportedOperationException("Nobody asks for it here.");
    }

    @Override
    public List<CarrierId> mediaOf(CarrierId text) {
        throw new UnsupportedOperationException("Nobody asks for it here.");
    }

    @Override
    public String downloadMedia(CarrierId text, CarrierId media, Path target) {
        throw new UnsupportedOperationException("Nobody asks for it here.");
    }
}
