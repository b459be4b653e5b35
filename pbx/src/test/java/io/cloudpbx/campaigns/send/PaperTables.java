package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledgers keep, on paper: rows in memory that mean what the tables in PostgreSQL mean, as {@code PaperLedgerTest} shows.
 * A row is never changed but replaced, so that a transaction that fails is undone by putting the old pages back.
 */
final class PaperTables {
    final Map<UUID, Campaign> campaigns = new LinkedHashMap<>();
    final TreeMap<Long, DeliveryRow> deliveries = new TreeMap<>();
    final Map<String, AttemptRow> attempts = new LinkedHashMap<>();
    final TreeMap<String, String> news = new TreeMap<>();
    final TreeMap<String, PaceRow> paces = new TreeMap<>();
    final TreeMap<String, DayRow> days = new TreeMap<>();

    /** By which day of its number an attempt was counted, where that has a cap. */
    final TreeMap<String, LocalDate> countedOn = new TreeMap<>();

    /** Since when somebody is opted out. */
    final TreeMap<PhoneNumber, Instant> optOuts = new TreeMap<>();

    /** The database's own clock. */
    final InstantSource clock;

    private final Watcher watcher;

    private long changes;

    PaperTables(InstantSource clock, Watcher watcher) {
        this.clock = clock;
        this.watcher = watcher;
    }

    /** Told of what is written, with what stood there before. */
    interface Watcher {
        void moved(DeliveryRow before, DeliveryRow after);

        void settled(AttemptRow before, AttemptRow after);
    }

    static final class DeliveryRow {
        final long id;
        final UUID campaign;
        final PhoneNumber to;
        State state = State.WAITING;
        Instant dueAt;
        int lease;

        @Nullable
        Instant leaseUntil;

        int attempts;

        @Nullable
        PhoneNumber sender;

        int segments;

        @Nullable
        String token;

        @Nullable
        String carrierId;

        @Nullable
        String carrierStatus;

        int rank = -1;
        boolean tells;
        String code = "";
        String sentence = "";

        @Nullable
        Instant sentAt;

        Instant changedAt;

        DeliveryRow(long id, UUID campaign, PhoneNumber to, Instant now) {
            this.id = id;
            this.campaign = campaign;
            this.to = to;
            this.dueAt = now;
            this.changedAt = now;
        }

        private DeliveryRow copy() {
            var copy = new DeliveryRow(id, campaign, to, dueAt);
            copy.state = state;
            copy.lease = lease;
            copy.leaseUntil = leaseUntil;
            copy.attempts = attempts;
            copy.sender = sender;
            copy.segments = segments;
            copy.token = token;
            copy.carrierId = carrierId;
            copy.carrierStatus = carrierStatus;
            copy.rank = rank;
            copy.tells = tells;
            copy.code = code;
            copy.sentence = sentence;
            copy.sentAt = sentAt;
            copy.changedAt = changedAt;
            return copy;
        }

        boolean holds(String someToken) {
            return someToken.equals(token);
        }

        Delivery delivery() {
            return new Delivery(
                    id,
                    campaign,
                    to,
                    Map.of(),
                    state,
                    lease,
                    attempts,
                    sender,
                    carrierStatus,
                    code,
                    sentence,
                    sentAt,
                    changedAt);
        }

        /** When it left; to be asked of what has. */
        Instant sentAt() {
            return Objects.requireNonNull(sentAt);
        }

        /** All of it, as {@code PaperLedgerTest} reads it from PostgreSQL too. */
        String line() {
            return Line.of(
                    id,
                    state,
                    dueAt,
                    lease,
                    leaseUntil,
                    attempts,
                    sender,
                    segments,
                    token,
                    carrierId,
                    carrierStatus,
                    rank,
                    code,
                    sentence,
                    sentAt,
                    changedAt);
        }
    }

    /** An attempt. */
    record AttemptRow(
            String token,
            long delivery,
            String sender,
            Instant startedAt,
            String state,
            @Nullable String carrierId,
            String detail,
            int looked,
            @Nullable Instant lookedAt,
            @Nullable Instant settledAt) {
        static AttemptRow begun(String token, long delivery, String sender, Instant now) {
            return new AttemptRow(token, delivery, sender, now, "sending", null, "", 0, null, null);
        }

        AttemptRow proven(String id, Instant now) {
            Instant at = settledAt == null ? now : settledAt;
            return new AttemptRow(token, delivery, sender, startedAt, "accepted", id, detail, looked, lookedAt, at);
        }

        /** The carrier had it and did not send it. */
        AttemptRow expired(String id, Instant now) {
            boolean ended = !isOpen() && !state.equals("not_found");
            Instant at = settledAt == null && !ended ? now : settledAt;
            return new AttemptRow(token, delivery, sender, startedAt, "expired", id, detail, looked, lookedAt, at);
        }

        AttemptRow named(String id) {
            return new AttemptRow(token, delivery, sender, startedAt, state, id, detail, looked, lookedAt, settledAt);
        }

        AttemptRow settled(String as, String why, @Nullable Instant at) {
            return new AttemptRow(token, delivery, sender, startedAt, as, carrierId, why, looked, lookedAt, at);
        }

        AttemptRow lookedFor(Instant now) {
            return new AttemptRow(
                    token, delivery, sender, startedAt, state, carrierId, detail, looked + 1, now, settledAt);
        }

        AttemptRow putOff(Instant now) {
            return new AttemptRow(token, delivery, sender, startedAt, state, carrierId, detail, looked, now, settledAt);
        }

        boolean didNotReach() {
            return isAbsent() || state.equals("expired");
        }

        /** The carrier had it, whatever became of it there. */
        boolean isWithCarrier() {
            return state.equals("accepted") || state.equals("expired");
        }

        /** The carrier never had it. */
        boolean isAbsent() {
            return state.equals("not_sent") || state.equals("rejected");
        }

        boolean isOpen() {
            return state.equals("sending") || state.equals("unknown");
        }

        String line() {
            return Line.of(token, delivery, sender, startedAt, state, carrierId, detail, looked, lookedAt, settledAt);
        }
    }

    /** @param nextFreeAt null for ever since */
    record PaceRow(@Nullable Instant nextFreeAt, @Nullable Instant stoppedUntil, String because) {
        static final PaceRow FREE = new PaceRow(null, null, "");
    }

    /** What a number may send on a day, and has. @param full whether something did not fit any more */
    record DayRow(int most, LocalDate day, int segments, boolean full) {
        boolean isOf(@Nullable LocalDate other) {
            return day.equals(other);
        }

        int sentOn(LocalDate today) {
            return isOf(today) ? segments : 0;
        }

        /** @param longest of those that wanted to be sent */
        DayRow and(LocalDate today, int sent, int longest) {
            int all = sentOn(today) + sent;
            return new DayRow(most, today, all, full && isOf(today) || all + longest > most);
        }

        DayRow without(int sent) {
            return new DayRow(most, day, Math.max(0, segments - sent), false);
        }

        String line() {
            return Line.of(most, day, segments, full);
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Writes a delivery's row anew. */
    void change(DeliveryRow row, Consumer<DeliveryRow> how) {
        DeliveryRow next = row.copy();
        how.accept(next);
        deliveries.put(row.id, next);
        changes++;
        watcher.moved(row, next);
    }

    void put(AttemptRow attempt) {
        AttemptRow before = attempts.put(attempt.token(), attempt);
        changes++;
        if (before != null) {
            watcher.settled(before, attempt);
        }
    }

    void put(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
        changes++;
    }

    List<DeliveryRow> rows() {
        return new ArrayList<>(deliveries.values());
    }

    Stream<DeliveryRow> of(UUID campaign) {
        return deliveries.values().stream().filter(row -> row.campaign.equals(campaign));
    }

    /** Whether somebody else may have seen to the delivery of this attempt meanwhile. */
    boolean isLeaseOver(String token) {
        return rows().stream()
                .filter(row -> row.holds(token))
                .anyMatch(row -> row.state == State.CHECKING
                        || row.state == State.SENDING && row.leaseUntil != null && row.leaseUntil.isBefore(now()));
    }

    TextKind kind(UUID campaign) {
        return Objects.requireNonNull(campaigns.get(campaign)).kind();
    }

    boolean isCanceled(UUID campaign) {
        Campaign found = campaigns.get(campaign);
        return found != null && found.state() == Campaign.State.CANCELED;
    }

    /** How often anything was written, so that nobody looks where nothing happens. */
    long changes() {
        return changes;
    }

    /** Keeps all pages as they are now. @return what puts them back */
    Runnable keep() {
        var keptCampaigns = new LinkedHashMap<>(campaigns);
        var keptDeliveries = new TreeMap<>(deliveries);
        var keptAttempts = new LinkedHashMap<>(attempts);
        var keptNews = new TreeMap<>(news);
        var keptPaces = new TreeMap<>(paces);
        var keptDays = new TreeMap<>(days);
        var keptCountedOn = new TreeMap<>(countedOn);
        var keptOptOuts = new TreeMap<>(optOuts);
        return () -> {
            restore(campaigns, keptCampaigns);
            restore(deliveries, keptDeliveries);
            restore(attempts, keptAttempts);
            restore(news, keptNews);
            restore(paces, keptPaces);
            restore(days, keptDays);
            restore(countedOn, keptCountedOn);
            restore(optOuts, keptOptOuts);
        };
    }

    private static <K, V> void restore(Map<K, V> page, Map<K, V> kept) {
        page.clear();
        page.putAll(kept);
    }
}
