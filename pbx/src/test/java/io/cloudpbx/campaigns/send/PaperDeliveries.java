package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries on paper until the carrier is asked. */
final class PaperDeliveries implements DeliveryLedger {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Set<State> OPEN = EnumSet.of(State.WAITING, State.CLAIMED, State.SENDING, State.CHECKING);

    private static final Set<State> REACHED = EnumSet.of(State.SENT, State.DELIVERED);

    private final PaperTables tables;
    private final Plant plant;
    private final PaperDays days;

    PaperDeliveries(PaperTables tables, Plant plant) {
        this.tables = tables;
        this.plant = plant;
        this.days = new PaperDays(tables);
    }

    @Override
    public List<Delivery> claim(UUID campaignId, int most, Instant now) {
        return tables
                .of(campaignId)
                .filter(row -> row.state == State.WAITING && !row.dueAt.isAfter(now))
                .sorted(Comparator.comparing((DeliveryRow row) -> row.dueAt).thenComparingLong(row -> row.id))
                .limit(most)
                .toList()
                .stream()
                .map(this::claimed)
                .toList();
    }

    private Delivery claimed(DeliveryRow row) {
        tables.change(row, next -> {
            next.state = State.CLAIMED;
            next.lease++;
            next.leaseUntil = tables.now().plus(LEASE);
        });
        return at(row.id).delivery();
    }

    @Override
    public Set<PhoneNumber> told(Set<PhoneNumber> people, Instant since) {
        return tables.rows().stream()
                .filter(row ->
                        people.contains(row.to) && plant.takesForTelling(row.tells) && REACHED.contains(row.state))
                .filter(row -> row.sentAt != null && row.sentAt.isAfter(plant.toldSince(since)))
                .map(row -> row.to)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> leave(List<Leaving> leaving, Instant now) {
        Set<String> left = new HashSet<>();
        var together = days.together(plant);
        for (Leaving each : leaving) {
            DeliveryRow row = at(each.delivery().id());
            if (together.fits(each)
                    && row.state == State.CLAIMED
                    && plant.takesForCurrent(each, row.lease)
                    && isAhead(row.leaseUntil)
                    && isRunning(row.campaign, each.sender())
                    && texted(row, now.minus(DAY)) < plant.mostADay(each)) {
                tables.put(AttemptRow.begun(each.token(), row.id, each.sender().e164(), now));
                tables.change(row, next -> leave(next, each, now));
                together.leaves(each);
                left.add(each.token());
            }
        }
        together.end();
        return left;
    }

    private void leave(DeliveryRow row, Leaving each, Instant now) {
        row.state = State.SENDING;
        row.token = each.token();
        row.sender = each.sender();
        row.segments = each.segments();
        row.attempts++;
        row.code = "";
        row.sentence = "";
        row.carrierId = null;
        row.carrierStatus = null;
        row.rank = -1;
        row.tells = each.tells();
        row.sentAt = now;
        row.changedAt = now;
        row.leaseUntil = tables.now().plus(LEASE);
    }

    /** How often another campaign has texted the same person since then. */
    private long texted(DeliveryRow row, Instant since) {
        return tables.rows().stream()
                .filter(other -> other.to.equals(row.to) && other.id != row.id)
                .filter(other -> other.sentAt != null && other.sentAt.isAfter(since))
                .count();
    }

    private boolean isAhead(@Nullable Instant at) {
        return at != null && at.isAfter(tables.now());
    }

    private boolean isRunning(UUID campaignId, PhoneNumber sender) {
        Campaign campaign = tables.campaigns.get(campaignId);
        return campaign != null
                && campaign.state() == Campaign.State.RUNNING
                && campaign.senders().contains(sender);
    }

    @Override
    public void stay(List<Staying> staying, Instant now) {
        for (Staying each : staying) {
            DeliveryRow row = at(each.delivery().id());
            if (row.state == State.CLAIMED && row.lease == each.delivery().lease()) {
                tables.change(row, next -> {
                    next.state = each.until() == null ? State.SKIPPED : State.WAITING;
                    next.dueAt = each.untilOr(now);
                    next.code = each.code();
                    next.sentence = each.sentence();
                    next.leaseUntil = null;
                    next.changedAt = now;
                });
            }
        }
    }

    @Override
    public void cancel(UUID campaignId, Instant now) {
        tables.of(campaignId)
                .filter(row -> row.state == State.WAITING || row.state == State.CLAIMED)
                .forEach(row -> tables.change(row, next -> cancel(next, now)));
    }

    static void cancel(DeliveryRow row, Instant now) {
        row.state = State.CANCELED;
        row.code = "canceled";
        row.sentence = "The campaign was canceled before.";
        row.leaseUntil = null;
        row.changedAt = now;
    }

    @Override
    public boolean again(long id, Instant now) {
        DeliveryRow row = tables.deliveries.get(id);
        if (row == null || row.state != State.NOT_CONFIRMED) {
            return false;
        }
        tables.change(row, next -> {
            next.state = State.WAITING;
            next.dueAt = now;
            next.token = null;
            next.code = "";
            next.sentence = "";
            next.changedAt = now;
        });
        return true;
    }

    @Override
    public boolean isOpen(UUID campaignId) {
        return tables.of(campaignId).anyMatch(row -> OPEN.contains(row.state));
    }

    @Override
    public Optional<Delivery> find(long id) {
        return Optional.ofNullable(tables.deliveries.get(id)).map(DeliveryRow::delivery);
    }

    private DeliveryRow at(long id) {
        DeliveryRow row = tables.deliveries.get(id);
        if (row == null) {
            throw new IllegalArgumentException("No delivery " + id);
        }
        return row;
    }
}
