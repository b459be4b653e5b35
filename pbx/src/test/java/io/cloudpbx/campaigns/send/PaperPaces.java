package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.SharedTime;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.send.PaperTables.PaceRow;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** On paper when each number may send again. */
final class PaperPaces implements PaceLedger {
    private final PaperTables tables;
    private final InstantSource clock;
    private final BiConsumer<PhoneNumber, Instant> reserved;
    private final PaperDays days;
    private @Nullable Instant accountFreeAt;

    /**
     * @param clock by which time is taken: the tables' own
     * @param reserved told of each number until when it is busy now
     */
    PaperPaces(PaperTables tables, InstantSource clock, BiConsumer<PhoneNumber, Instant> reserved) {
        this.tables = tables;
        this.clock = clock;
        this.reserved = reserved;
        this.days = new PaperDays(tables);
    }

    @Override
    public SequencedMap<PhoneNumber, Duration> freeWithin(List<PhoneNumber> numbers, Duration within) {
        Instant now = clock.instant();
        SequencedMap<PhoneNumber, Duration> waits = new LinkedHashMap<>();
        if (!isBefore(accountFreeAt, now.plus(within))) {
            return waits;
        }
        numbers.forEach(number -> {
            PaceRow pace = tables.paces.getOrDefault(number.e164(), PaceRow.FREE);
            Instant free = pace.nextFreeAt();
            if (isBefore(free, now.plus(within)) && isBefore(pace.stoppedUntil(), now) && days.isOpen(number)) {
                waits.put(number, free == null || free.isBefore(now) ? Duration.ZERO : Duration.between(now, free));
            }
        });
        return waits;
    }

    private static boolean isBefore(@Nullable Instant at, Instant other) {
        return at == null || at.isBefore(other);
    }

    @Override
    public Map<PhoneNumber, Duration> reserve(Map<PhoneNumber, Double> seconds, Duration lead) {
        Instant now = clock.instant();
        Map<PhoneNumber, Duration> waits = new HashMap<>();
        seconds.forEach((number, busy) -> {
            PaceRow pace = tables.paces.getOrDefault(number.e164(), PaceRow.FREE);
            Instant free = pace.nextFreeAt();
            Instant soonest = now.plus(lead);
            Instant begins = free == null || free.isBefore(soonest) ? soonest : free;
            Instant ends = begins.plus(Math.round(busy * 1e6), ChronoUnit.MICROS);
            tables.paces.put(number.e164(), new PaceRow(ends, pace.stoppedUntil(), pace.because()));
            reserved.accept(number, ends);
            waits.put(number, Duration.between(now, begins));
        });
        return waits;
    }

    @Override
    public List<Duration> reserve(List<SharedTime.Text> texts, double between, Duration lead) {
        Instant now = clock.instant();
        Map<PhoneNumber, Double> free = new HashMap<>();
        texts.forEach(text -> free.put(
                text.number(),
                wait(
                        tables.paces
                                .getOrDefault(text.number().e164(), PaceRow.FREE)
                                .nextFreeAt(),
                        lead)));
        var time = SharedTime.of(texts, free, wait(accountFreeAt, lead), between);
        accountFreeAt = after(now, time.accountFree());
        time.numbersFree().forEach((number, seconds) -> {
            PaceRow pace = tables.paces.getOrDefault(number.e164(), PaceRow.FREE);
            tables.paces.put(number.e164(), new PaceRow(after(now, seconds), pace.stoppedUntil(), pace.because()));
            reserved.accept(number, after(now, seconds));
        });
        return time.begins().stream()
                .map(begin -> Duration.ofNanos((long) (begin * 1e9)))
                .toList();
    }

    private double wait(@Nullable Instant free, Duration lead) {
        double seconds =
                free == null ? 0 : Duration.between(clock.instant(), free).toNanos() / 1e9;
        return Math.max(lead.toNanos() / 1e9, seconds);
    }

    private static Instant after(Instant now, double seconds) {
        return now.plus(Math.round(seconds * 1e6), ChronoUnit.MICROS);
    }

    @Override
    public void rest(PhoneNumber number, Duration pause, String note) {
        stop(number, pause, "");
    }

    @Override
    public void stop(PhoneNumber number, Duration pause, String because) {
        PaceRow pace = tables.paces.getOrDefault(number.e164(), PaceRow.FREE);
        Instant now = clock.instant();
        Instant until = now.plusSeconds(pause.toSeconds());
        Instant before = pace.stoppedUntil();
        boolean stillRests = before != null && before.isAfter(now);
        tables.paces.put(
                number.e164(),
                new PaceRow(
                        pace.nextFreeAt(),
                        before == null || before.isBefore(until) ? until : before,
                        because.isEmpty() && stillRests ? pace.because() : because));
    }

    @Override
    public SequencedMap<PhoneNumber, String> atFault(List<PhoneNumber> numbers) {
        Instant now = clock.instant();
        SequencedMap<PhoneNumber, String> faults = new LinkedHashMap<>();
        numbers.stream().sorted().forEach(number -> {
            PaceRow pace = tables.paces.getOrDefault(number.e164(), PaceRow.FREE);
            if (!pace.because().isEmpty() && !isBefore(pace.stoppedUntil(), now)) {
                faults.put(number, pace.because());
            }
        });
        return faults;
    }
}
