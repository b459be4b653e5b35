package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.send.PaperTables.DayRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a world begins with: one campaign or two, to people whom they may share, from numbers that they may share. */
final class Foundation {
    /** Characters that a message has besides its own, and those that fit into one of its segments. */
    private static final int SIGNATURE = 80;

    private static final int SEGMENT = 153;

    private static final String NAMED = Simulation.BUSINESS + ": ";
    private static final String WAY_OUT = " Reply STOP to opt out.";

    private final World world;
    private final PaperTables tables;
    private final List<PhoneNumber> senders;
    private int longest;
    private int all;
    private int longestSigned;
    private int allSigned;

    Foundation(World world, PaperTables tables, List<PhoneNumber> senders) {
        this.world = world;
        this.tables = tables;
        this.senders = senders;
    }

    void lay(Crowd crowd) {
        int people = 2 + world.pick(8);
        for (int number = 0; number < people; number++) {
            crowd.join();
        }
        campaign("x", crowd.all());
        if (world.happens(0.6)) {
            campaign("y", crowd.all());
        }
        if (world.happens(0.1)) {
            capDays();
        }
    }

    /** @param letter of which its words are made, so that nobody mistakes them for the other's */
    private void campaign(String letter, List<PhoneNumber> people) {
        var id = new UUID(world.bits(), world.bits());
        int words = 60 + world.pick(world.happens(0.2) ? 600 : 60);
        int first = world.pick(senders.size());
        List<PhoneNumber> from = senders.subList(first, first + 1 + world.pick(senders.size() - first));
        TextKind kind = world.happens(0.7) ? TextKind.MARKETING : TextKind.INFORMATIONAL;
        Policy policy = world.oneOf(List.of(Policy.values()));
        Instant now = world.instant();
        tables.put(new Campaign(
                id,
                "Autumn",
                letter.repeat(words),
                kind,
                policy,
                Campaign.State.RUNNING,
                null,
                from,
                List.of(),
                null,
                now,
                "Dana",
                now,
                null,
                1));
        double share = tables.campaigns.size() == 1 ? 1 : 0.7;
        int before = tables.deliveries.size();
        people.stream()
                .filter(person -> world.happens(share))
                .forEach(person -> add(new DeliveryRow(tables.deliveries.size() + 1L, id, person, now)));
        int audience = tables.deliveries.size() - before;
        int segments = (words + SIGNATURE) / SEGMENT + 1;
        longest = Math.max(longest, segments);
        all += audience * segments;
        int signed = Segments.of(NAMED + letter.repeat(words) + WAY_OUT).count();
        longestSigned = Math.max(longestSigned, signed);
        allSigned += audience * signed;
        world.tell("%s to %d people from %d numbers, %s", kind, audience, from.size(), policy);
    }

    /** What a number may send on a day of its network: now and then it does not reach for everybody, and always for some. */
    private void capDays() {
        LocalDate yesterday =
                LocalDate.ofInstant(world.instant(), PaperDays.ZONE).minusDays(1);
        for (PhoneNumber sender : senders) {
            if (world.happens(0.7)) {
                int share = Math.max(1, allSigned / 4);
                int most = longestSigned + share + world.pick(share);
                tables.days.put(sender.e164(), new DayRow(most, yesterday, most, true));
            }
        }
    }

    private void add(DeliveryRow row) {
        tables.deliveries.put(row.id, row);
    }

    /** What may be spent in a day, in millionths of a dollar: now and then it does not reach for everybody, and always for anybody. */
    long ceiling() {
        int scarce = longest + world.pick(Math.max(1, all / 2));
        return SimulatedGate.SEGMENT * (world.happens(0.1) ? scarce : 1_000_000);
    }
}
