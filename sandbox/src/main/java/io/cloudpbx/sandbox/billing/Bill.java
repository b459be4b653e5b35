package io.cloudpbx.sandbox.billing;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.TollFree;
import io.cloudpbx.sandbox.state.Transcription;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an account has used, read from the calls, numbers and recordings that are remembered. What was deleted or
 * released is no longer counted.
 */
public final class Bill {
    private final CarrierState state;
    private final Texts texts;
    private final Clock clock;

    /** The texts of an account that have been billed, in any order. */
    @FunctionalInterface
    public interface Texts {
        Stream<Charge> of(String accountSid);
    }

    public Bill(CarrierState state, Texts texts, Clock clock) {
        this.state = state;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is left of the credit. */
    public BigDecimal balance(String accountSid) {
        return charges(accountSid).map(Charge::price).reduce(Prices.CREDIT, BigDecimal::subtract);
    }

    /** The sum of what was used in a category in a span of time. */
    public record Sum(long count, long usage, BigDecimal price) {
        private static final Sum NOTHING = new Sum(0, 0, new BigDecimal("0.00000"));

        private Sum plus(Charge charge) {
            return new Sum(count + 1, usage + charge.usage(), price.add(charge.price()));
        }
    }

    /** Adds up what was used in a category from {@code start} to before {@code end}. */
    public static Sum sum(List<Charge> charges, Category category, Instant start, Instant end) {
        Sum sum = Sum.NOTHING;
        for (Charge charge : charges) {
            boolean within = !charge.at().isBefore(start) && charge.at().isBefore(end);
            sum = within && category.includes(charge.category()) ? sum.plus(charge) : sum;
        }
        return sum;
    }

    /** Everything an account has used. */
    public Stream<Charge> charges(String accountSid) {
        return Stream.of(
                        state.calls().stream()
                                .filter(call -> call.accountSid().equals(accountSid))
                                .flatMap(Bill::charge),
                        state.calls().stream()
                                .filter(call -> call.accountSid().equals(accountSid))
                                .flatMap(Bill::callerName),
                        state.numbers().stream()
                                .filter(number -> number.accountSid().equals(accountSid))
                                .flatMap(this::months),
                        state.recordings().stream()
                                .filter(recording -> recording.accountSid().equals(accountSid))
                                .flatMap(Bill::charge),
                        state.transcriptions().stream()
                                .filter(transcription ->
                                        transcription.accountSid().equals(accountSid))
                                .flatMap(Bill::charge),
                        texts.of(accountSid))
                .flatMap(charges -> charges);
    }

    private static Stream<Charge> charge(Call call) {
        Instant start = call.startTime() == null ? call.dateCreated() : call.startTime();
        return Prices.minutes(call)
                .map(minutes -> new Charge(
                        call.accountSid(),
                        category(call),
                        start,
                        minutes,
                        Prices.of(call).orElse(BigDecimal.ZERO)))
                .stream();
    }

    /** A name is paid for when it is looked up, whether or not the call is taken. */
    private static Stream<Charge> callerName(Call call) {
        return call.details().callerName() == null
                ? Stream.of()
                : Stream.of(new Charge(
                        call.accountSid(), Category.CALLERIDLOOKUPS, call.dateCreated(), 1, Prices.CALLER_NAME));
    }

    private static Category category(Call call) {
        return switch (call.direction()) {
            case INBOUND -> TollFree.is(call.to()) ? Category.CALLS_INBOUND_TOLLFREE : Category.CALLS_INBOUND_LOCAL;
            case OUTBOUND_API, OUTBOUND_DIAL -> Category.CALLS_OUTBOUND;
        };
    }

    /** A number is paid for when it is bought and each month after. */
    private Stream<Charge> months(IncomingNumber number) {
        Category category =
                TollFree.is(number.phoneNumber()) ? Category.PHONENUMBERS_TOLLFREE : Category.PHONENUMBERS_LOCAL;
        Instant now = clock.instant();
        var bought = number.dateCreated().atOffset(ZoneOffset.UTC);
        return Stream.iterate(0, month -> month + 1)
                .map(month -> bought.plusMonths(month).toInstant())
                .takeWhile(due -> !due.isAfter(now))
                .map(due -> new Charge(number.accountSid(), category, due, 1, Prices.month(number)));
    }

    private static Stream<Charge> charge(Recording recording) {
        Duration duration = recording.duration();
        return recording.hadSound() && duration != null
                ? Stream.of(new Charge(
                        recording.accountSid(),
                        Category.RECORDINGS,
                        recording.startTime(),
                        Prices.minutes(duration),
                        Prices.ofRecording(duration)))
                : Stream.of();
    }

    private static Stream<Charge> charge(Transcription transcription) {
        return transcription.status() == Transcription.Status.COMPLETED
                ? Stream.of(new Charge(
                        transcription.accountSid(),
                        Category.TRANSCRIPTIONS,
                        transcription.dateCreated(),
                        Prices.minutes(transcription.duration()),
                        Prices.ofTranscription(transcription.duration())))
                : Stream.of();
    }
}
