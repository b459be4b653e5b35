package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** On paper what the carrier has said, and what is still waited for. */
final class PaperReceipts implements ReceiptLedger {
    private final PaperTables tables;
    private final Plant plant;

    PaperReceipts(PaperTables tables, Plant plant) {
        this.tables = tables;
        this.plant = plant;
    }

    @Override
    public List<Receipt> keep(List<Receipt> receipts, Instant now) {
        return receipts.stream()
                .filter(receipt -> tables.news.putIfAbsent(
                                receipt.id() + "|" + receipt.status(), receipt.token() + "|" + receipt.errorCode())
                        == null)
                .toList();
    }

    @Override
    public List<PhoneNumber> senders(Collection<String> tokens) {
        return tokens.stream()
                .map(tables.attempts::get)
                .filter(Objects::nonNull)
                .map(attempt -> new PhoneNumber(attempt.sender()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<UUID> campaigns(Collection<String> tokens) {
        return tokens.stream()
                .map(tables.attempts::get)
                .filter(Objects::nonNull)
                .map(attempt -> Objects.requireNonNull(tables.deliveries.get(attempt.delivery())).campaign)
                .distinct()
                .toList();
    }

    @Override
    public List<Doubt> doubts(Instant startedBefore, Instant lookedBefore, int most) {
        return tables.rows().stream()
                .filter(row -> row.state == State.CHECKING)
                .flatMap(this::attempt)
                .filter(attempt -> attempt.startedAt().isBefore(startedBefore))
                .filter(attempt ->
                        attempt.lookedAt() == null || attempt.lookedAt().isBefore(lookedBefore))
                .sorted(Comparator.comparing(AttemptRow::startedAt))
                .limit(most)
                .map(this::doubt)
                .toList();
    }

    private Doubt doubt(AttemptRow attempt) {
        boolean isFirst = tables.attempts.values().stream()
                .filter(other -> other.delivery() == attempt.delivery() && !other.equals(attempt))
                .allMatch(AttemptRow::didNotReach);
        return new Doubt(
                attempt.token(),
                attempt.delivery(),
                attempt.sender(),
                attempt.startedAt(),
                attempt.looked(),
                plant.takesForFirst(isFirst));
    }

    private Stream<AttemptRow> attempt(DeliveryRow row) {
        return row.token == null ? Stream.of() : Stream.ofNullable(tables.attempts.get(row.token));
    }

    @Override
    public void looked(String token, Instant now) {
        AttemptRow attempt = tables.attempts.get(token);
        if (attempt != null) {
            tables.put(attempt.lookedFor(now));
        }
    }

    @Override
    public void putOff(String token, Instant now) {
        AttemptRow attempt = tables.attempts.get(token);
        if (attempt != null) {
            tables.put(attempt.putOff(now));
        }
    }

    @Override
    public void notFound(String token, boolean again, String sentence, Instant now) {
        AttemptRow attempt = tables.attempts.get(token);
        if (attempt != null && attempt.isOpen()) {
            tables.put(attempt.settled("not_found", sentence, now));
        }
        tables.rows().stream()
                .filter(row -> row.holds(token) && row.state == State.CHECKING)
                .forEach(row -> tables.change(row, next -> {
                    next.state = again ? State.WAITING : plant.notFound();
                    next.dueAt = now;
                    next.token = again ? null : row.token;
                    next.sentAt = null;
                    next.code = "not_confirmed";
                    next.sentence = sentence;
                    next.changedAt = now;
                }));
    }

    @Override
    public boolean isKnown(CarrierId id) {
        return tables.attempts.values().stream().anyMatch(attempt -> id.value().equals(attempt.carrierId()))
                || tables.news.entrySet().stream()
                        .anyMatch(news -> news.getKey().startsWith(id + "|")
                                && tables.attempts.containsKey(news.getValue().replaceFirst("\\|.*", "")));
    }

    @Override
    public List<Quiet> quietSince(Instant since, Instant notBefore, Instant now, int most) {
        return tables.rows().stream()
                .filter(row -> row.state == State.SENT && row.changedAt.isBefore(since))
                .filter(row -> row.sentAt != null && row.sentAt.isAfter(notBefore))
                .filter(row -> row.changedAt
                        .plus(Duration.between(row.sentAt(), row.changedAt))
                        .isBefore(now))
                .sorted(Comparator.comparing(row -> row.changedAt))
                .flatMap(PaperReceipts::quiet)
                .limit(most)
                .toList();
    }

    private static Stream<Quiet> quiet(DeliveryRow row) {
        return row.token == null || row.carrierId == null || row.sender == null
                ? Stream.of()
                : Stream.of(new Quiet(row.token, new CarrierId(row.carrierId), row.sender, row.sentAt()));
    }

    @Override
    public void askedAbout(List<Quiet> asked, Instant now) {
        asked.forEach(quiet -> tables.rows().stream()
                .filter(row -> row.holds(quiet.token()))
                .forEach(row -> tables.change(row, next -> next.changedAt = now)));
    }
}
