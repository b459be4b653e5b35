package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.send.Handover.Slot;
import io.cloudpbx.campaigns.send.Handover.Turn;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

class BoardingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T20:00:00Z"), ZoneOffset.UTC);
    private static final PhoneNumber FULL = new PhoneNumber("+14155550100");
    private static final PhoneNumber FREE = new PhoneNumber("+14155550101");
    private static final PhoneNumber THEIRS = new PhoneNumber("+12095550100");

    private final PaperTables tables = new PaperTables(CLOCK, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});
    private final Machine machine = new AtOnce();
    private final Handover handover = handover();

    /** Or it would send nothing any more until the program is started anew. */
    @Test
    void a_number_gives_its_room_back_also_when_the_ledger_fails() {
        handover.takesRoom(FULL);
        var boarding = new Boarding(failing(), (campaign, leaving) -> {}, handover, machine, CLOCK);
        machine.at(Duration.ofSeconds(5).toNanos(), () -> {});

        assertThatThrownBy(() -> boarding.at(campaign(), List.of(turn(FULL), turn(FREE))))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(handover.takesRoom(FREE)).isTrue();
        assertThat(boarding.unwritten().segments()).isZero();
    }

    /** Nothing of it can be left, and nothing put back. */
    private DeliveryLedger failing() {
        return (DeliveryLedger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DeliveryLedger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("leave")) {
                        return Set.of();
                    }
                    throw new DataAccessResourceFailureException("The database is away");
                });
    }

    private Handover handover() {
        var stops = new PaperStops(tables, number -> {});
        var outcomes = new Outcomes(
                ledgers.outcomes(),
                ledgers.paces(),
                stops,
                (campaign, why) -> {},
                TransactionOperations.withoutTransaction(),
                CLOCK,
                event -> {});
        return new Handover(
                (text, path, until, since) -> {
                    throw new IllegalStateException("The carrier was asked");
                },
                stops,
                outcomes,
                machine,
                new Pace(1, 3));
    }

    private static Turn turn(PhoneNumber sender) {
        var delivery = new Delivery(
                1,
                UUID.randomUUID(),
                THEIRS,
                Map.of(),
                Delivery.State.CLAIMED,
                1,
                0,
                null,
                "",
                "",
                "",
                null,
                CLOCK.instant());
        var text = new BulkText(sender, THEIRS, "Hello", TextKind.MARKETING, List.of());
        return new Turn(
                new Leaving(delivery, sender, 1, sender.e164(), 1, true, SomeEvidence.KEPT),
                text,
                null,
                new Slot(0, 0, 0));
    }

    private static Campaign campaign() {
        return new Campaign(
                UUID.randomUUID(),
                "Autumn",
                "Hello",
                TextKind.MARKETING,
                Campaign.Policy.AT_MOST_ONCE,
                Campaign.State.RUNNING,
                null,
                List.of(FULL, FREE),
                List.of(),
                null,
                CLOCK.instant(),
                "Dana",
                CLOCK.instant(),
                null,
                1);
    }
}
