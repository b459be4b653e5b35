package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** On paper what became of attempts. */
final class PaperOutcomes implements OutcomeLedger {
    private static final Set<State> IN_DOUBT = EnumSet.of(State.SENDING, State.CHECKING, State.NOT_CONFIRMED);
    private static final Set<State> WITH_THE_CARRIER = EnumSet.of(State.SENT, State.FAILED, State.DELIVERED);

    private final PaperTables tables;
    private final PaperDays days;

    PaperOutcomes(PaperTables tables) {
        this.tables = tables;
        this.days = new PaperDays(tables);
    }

    /** Nobody else writes meanwhile: on paper, one transaction comes after the other. */
    @Override
    public void hold(List<String> tokens) {}

    @Override
    public void known(List<Known> known, Instant now) {
        Map<String, Known> furthest = furthest(known);
        furthest.forEach((token, given) -> {
            attempt(
                    token,
                    attempt -> given.isExpired() && !attempt.isAbsent(),
                    attempt -> tables.put(attempt.expired(given.id().value(), now)));
            attempt(
                    token,
                    attempt -> attempt.isOpen() || attempt.state().equals("not_found"),
                    attempt -> tables.put(attempt.proven(given.id().value(), now)));
            attempt(
                    token,
                    attempt -> attempt.carrierId() == null,
                    attempt -> tables.put(attempt.named(given.id().value())));
            boolean again = given.isExpired() && !hasAnother(given, furthest);
            delivery(
                    token,
                    row -> isNews(row, given),
                    row -> tables.change(row, next -> known(next, given, again, now)));
            afterAll(token, given, now);
        });
    }

    private void afterAll(String token, Known given, Instant now) {
        AttemptRow attempt = tables.attempts.get(token);
        if (attempt == null) {
            return;
        }
        DeliveryRow row = tables.deliveries.get(attempt.delivery());
        boolean arrives = !attempt.state().equals("expired") || given.state().equals("delivered");
        if (row != null && row.token == null && !given.state().equals("failed") && arrives) {
            tables.change(row, next -> {
                known(next, given, false, now);
                next.token = token;
                next.sender = new PhoneNumber(attempt.sender());
            });
        }
    }

    private static Map<String, Known> furthest(List<Known> known) {
        Map<String, Known> furthest = new LinkedHashMap<>();
        known.stream()
                .sorted(Comparator.comparing(Known::token).thenComparingInt(each -> -each.rank()))
                .forEach(each -> furthest.putIfAbsent(each.token(), each));
        return furthest;
    }

    private static boolean isNews(DeliveryRow row, Known given) {
        return IN_DOUBT.contains(row.state) || WITH_THE_CARRIER.contains(row.state) && given.rank() > row.rank;
    }

    /** Whether another attempt of the same delivery reached the carrier, or expired where that is not forgiven. */
    private boolean hasAnother(Known known, Map<String, Known> given) {
        String token = known.token();
        AttemptRow attempt = tables.attempts.get(token);
        return attempt != null
                && tables.attempts.values().stream()
                        .filter(other -> other.delivery() == attempt.delivery())
                        .filter(other -> !other.token().equals(token))
                        .anyMatch(other -> other.state().equals("accepted")
                                || other.state().equals("expired") && !known.isForgiven()
                                || hasNotFailed(given.get(other.token())));
    }

    private static boolean hasNotFailed(@Nullable Known given) {
        return given != null && !given.state().equals("failed");
    }

    private static void known(DeliveryRow row, Known given, boolean again, Instant now) {
        MessageStatus status = given.status();
        row.code = given.errorCode() == 0 ? "" : "" + given.errorCode();
        row.leaseUntil = null;
        row.changedAt = now;
        if (again) {
            row.state = State.WAITING;
            row.dueAt = now;
            row.token = null;
            row.carrierId = null;
            row.carrierStatus = null;
            row.rank = -1;
            row.sentAt = null;
            row.sentence = given.sentence() + ONCE_MORE;
            return;
        }
        row.state = State.valueOf(given.state().toUpperCase(Locale.ROOT));
        row.carrierId = given.id().value();
        row.carrierStatus = status == null ? row.carrierStatus : status.name().toLowerCase(Locale.ROOT);
        row.rank = given.rank();
        row.sentAt = row.sentAt == null ? now : row.sentAt;
        row.sentence = given.sentence();
    }

    @Override
    public void not(List<Not> nots, Instant now) {
        for (Not each : nots) {
            attempt(each.token(), AttemptRow::isOpen, attempt -> {
                tables.put(attempt.settled(each.attemptState(), each.sentence(), now));
                if (each.attemptState().equals("not_sent")) {
                    days.takeBack(attempt);
                }
            });
            delivery(each.token(), PaperOutcomes::isOnTheWay, row -> tables.change(row, next -> not(next, each, now)));
        }
    }

    private static boolean isOnTheWay(DeliveryRow row) {
        return row.state == State.SENDING || row.state == State.CHECKING;
    }

    private static void not(DeliveryRow row, Not given, Instant now) {
        Instant until = given.until();
        row.state = State.valueOf(given.deliveryState().toUpperCase(Locale.ROOT));
        row.dueAt = until == null ? now : until;
        row.code = given.code();
        row.sentence = given.sentence();
        row.token = until == null ? row.token : null;
        row.sentAt = null;
        row.leaseUntil = null;
        row.changedAt = now;
    }

    @Override
    public void unknown(List<String> tokens, String detail, Instant now) {
        for (String token : tokens) {
            attempt(
                    token,
                    attempt -> attempt.state().equals("sending"),
                    attempt -> tables.put(attempt.settled("unknown", detail, attempt.settledAt())));
            delivery(
                    token,
                    row -> row.state == State.SENDING,
                    row -> tables.change(row, next -> {
                        next.state = State.CHECKING;
                        next.leaseUntil = null;
                        next.changedAt = now;
                    }));
        }
    }

    private void attempt(String token, Predicate<AttemptRow> guard, Consumer<AttemptRow> move) {
        AttemptRow attempt = tables.attempts.get(token);
        if (attempt != null && guard.test(attempt)) {
            move.accept(attempt);
        }
    }

    private void delivery(String token, Predicate<DeliveryRow> guard, Consumer<DeliveryRow> move) {
        tables.rows().stream().filter(row -> row.holds(token)).filter(guard).forEach(move);
    }

    @Override
    public List<Moved> moved(List<String> tokens) {
        var since = new TreeMap<UUID, Instant>();
        tables.rows().stream()
                .filter(row -> row.token != null && tokens.contains(row.token))
                .forEach(row -> since.merge(
                        row.campaign,
                        Objects.requireNonNull(tables.attempts.get(row.token)).startedAt(),
                        (one, other) -> one.isBefore(other) ? one : other));
        return since.entrySet().stream()
                .map(each -> new Moved(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public void freeClaims(Instant now) {
        tables.rows().stream()
                .filter(row -> row.state == State.CLAIMED && isOver(row))
                .forEach(row -> tables.change(row, next -> {
                    next.state = State.WAITING;
                    next.leaseUntil = null;
                    next.changedAt = now;
                }));
    }

    @Override
    public void cancelLate(Instant now) {
        tables.rows().stream()
                .filter(row -> row.state == State.WAITING && tables.isCanceled(row.campaign))
                .forEach(row -> tables.change(row, next -> PaperDeliveries.cancel(next, now)));
    }

    @Override
    public List<String> leftSending() {
        return tables.rows().stream()
                .filter(row -> row.state == State.SENDING && isOver(row))
                .flatMap(
                        row -> row.token == null ? java.util.stream.Stream.of() : java.util.stream.Stream.of(row.token))
                .toList();
    }

    private boolean isOver(DeliveryRow row) {
        return row.leaseUntil != null && row.leaseUntil.isBefore(tables.now());
    }
}
