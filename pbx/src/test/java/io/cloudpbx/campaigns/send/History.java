package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people had of campaigns before a world begins: a text that said how to opt out, about 30 days ago, and later ones that did not. */
final class History {
    private static final Duration MONTH = Duration.ofDays(30);

    private final World world;
    private final PaperTables tables;
    private final SimulatedCarrier carrier;

    History(World world, PaperTables tables, SimulatedCarrier carrier) {
        this.world = world;
        this.tables = tables;
        this.carrier = carrier;
    }

    void of(Crowd crowd, List<PhoneNumber> senders) {
        if (world.happens(0.7)) {
            return;
        }
        UUID campaign = campaign(senders);
        for (PhoneNumber person : crowd.all()) {
            if (world.happens(0.6)) {
                Instant told = ago(MONTH.minusDays(1), MONTH.plusDays(1));
                had(campaign, person, world.oneOf(senders), told, true);
                if (world.happens(0.5)) {
                    had(campaign, person, world.oneOf(senders), ago(Duration.ofDays(2), MONTH.minusDays(2)), false);
                }
            }
        }
    }

    private Instant ago(Duration least, Duration most) {
        return world.instant().minus(world.between(least, most));
    }

    private UUID campaign(List<PhoneNumber> senders) {
        var id = new UUID(world.bits(), world.bits());
        Instant began = world.instant().minus(MONTH.multipliedBy(2));
        Instant ended = world.instant().minus(Duration.ofDays(2));
        tables.put(new Campaign(
                id,
                "Summer",
                "z",
                TextKind.INFORMATIONAL,
                Policy.AT_MOST_ONCE,
                Campaign.State.DONE,
                null,
                senders,
                List.of(),
                null,
                began,
                "Dana",
                began,
                ended,
                1));
        return id;
    }

    private void had(UUID campaign, PhoneNumber person, PhoneNumber from, Instant at, boolean tells) {
        var row = new DeliveryRow(tables.deliveries.size() + 1L, campaign, person, at);
        String body = tells ? Simulation.BUSINESS + ": z Reply STOP to opt out." : "z";
        String token = "before " + row.id;
        var id = new CarrierId("SM%032x".formatted(0xbef0000L + row.id));
        row.state = State.DELIVERED;
        row.attempts = 1;
        row.sender = from;
        row.segments = Segments.of(body).count();
        row.token = token;
        row.carrierId = id.value();
        row.carrierStatus = "delivered";
        row.rank = MessageStatus.DELIVERED.rank();
        row.tells = tells;
        row.sentAt = at;
        tables.deliveries.put(row.id, row);
        tables.put(AttemptRow.begun(token, row.id, from.e164(), at).proven(id.value(), at));
        carrier.broughtBefore(token, id, new BulkText(from, person, body, TextKind.INFORMATIONAL, List.of()), at);
    }
}
