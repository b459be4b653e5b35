package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deliveries of which the carrier's news were lost. */
class QuietDeliveriesTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant OUTAGE = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");

    private final PaperTables tables = new PaperTables(() -> OUTAGE, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});
    private final Lists carrier = new Lists();

    @Test
    void a_few_are_asked_about_one_by_one() {
        left(OURS, 200);

        at(OUTAGE.plus(Duration.ofHours(2)));

        assertThat(carrier.asked).hasSize(200);
        assertThat(carrier.lists).isZero();
        assertThat(states()).containsOnly(State.DELIVERED);
    }

    @Test
    void many_are_looked_for_in_the_lists_of_their_numbers() {
        left(OURS, 1_300);
        left(OTHER, 400);

        at(OUTAGE.plus(Duration.ofHours(2)));

        assertThat(carrier.lists).isEqualTo(3);
        assertThat(carrier.asked).isEmpty();
        assertThat(states()).containsOnly(State.DELIVERED);
    }

    @Test
    void who_is_in_no_list_is_asked_about_by_itself_and_keeps_nobody_waiting() {
        left(OURS, 1_000);
        carrier.unsent.addAll(List.of("SM5", "SM7"));

        at(OUTAGE.plus(Duration.ofHours(2)));

        assertThat(carrier.asked).containsExactlyInAnyOrder("SM5", "SM7");
        assertThat(tables.rows())
                .filteredOn(row -> row.state == State.DELIVERED)
                .hasSize(998);
        at(OUTAGE.plus(Duration.ofHours(3)));
        assertThat(carrier.asked).as("not again so soon").hasSize(2);
        at(OUTAGE.plus(Duration.ofHours(5)));
        assertThat(carrier.asked).hasSize(4);
    }

    /** Each round reads as far as its lists reach, and leaves the rest to the next. */
    @Test
    void what_was_lost_in_days_is_caught_up_with_within_the_carriers_limits() {
        for (int hour = 0; hour < 60; hour++) {
            left(OURS, 20, OUTAGE.plus(Duration.ofHours(hour)));
        }
        Instant now = OUTAGE.plus(Duration.ofHours(61));
        int rounds = 0;
        while (states().contains(State.SENT) && rounds < 30) {
            carrier.lists = 0;
            at(now.plus(Duration.ofMinutes(rounds)));
            rounds++;
            assertThat(carrier.lists).isLessThanOrEqualTo(40);
        }

        assertThat(states()).containsOnly(State.DELIVERED);
        assertThat(rounds).as("ten hours of one number in each").isBetween(4, 8);
        assertThat(carrier.asked).as("the last few").hasSizeLessThan(200);
    }

    @Test
    void whatever_is_still_under_way_after_days_is_believed_to_stay_so() {
        left(OURS, 3);

        at(OUTAGE.plus(Duration.ofDays(4)).plusSeconds(60));

        assertThat(carrier.asked).isEmpty();
    }

    private void at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new QuietDeliveries(
                        ledgers.receipts(),
                        ledgers.outcomes(),
                        new Conclusions(ledgers.receipts(), ledgers.paces(), new Unlearnt(), ledgers::pauses),
                        carrier,
                        new Pace(1, 3),
                        clock,
                        event -> {})
                .run();
    }

    private void left(PhoneNumber from, int many) {
        left(from, many, OUTAGE);
    }

    /** One a second; the carrier took them, and has delivered them since. */
    private void left(PhoneNumber from, int many, Instant first) {
        tables.campaigns.computeIfAbsent(CAMPAIGN, QuietDeliveriesTest::campaign);
        for (int number = 0; number < many; number++) {
            long id = tables.deliveries.size() + 1L;
            Instant at = first.plusSeconds(number);
            var to = new PhoneNumber("+1212555%04d".formatted(id % 10_000));
            var row = new DeliveryRow(id, CAMPAIGN, to, at);
            row.state = State.SENT;
            row.token = "token " + id;
            row.carrierId = "SM" + id;
            row.sender = from;
            row.sentAt = at;
            tables.deliveries.put(id, row);
            tables.put(AttemptRow.begun(row.token, id, from.e164(), at).proven(row.carrierId, at));
            carrier.texts.put(row.carrierId, row);
        }
    }

    private static Campaign campaign(UUID id) {
        return new Campaign(
                id,
                "Autumn",
                "Hello",
                TextKind.MARKETING,
                Campaign.Policy.AT_MOST_ONCE,
                Campaign.State.RUNNING,
                null,
                List.of(OURS, OTHER),
                List.of(),
                null,
                OUTAGE,
                "Dana",
                OUTAGE,
                null,
                1);
    }

    private List<State> states() {
        return tables.rows().stream().map(row -> row.state).distinct().toList();
    }

    /** The carrier, as far as it lists texts. */
    private static final class Lists implements CarrierTexts {
        private static final int PAGE = 1_000;

        private final Map<String, DeliveryRow> texts = new LinkedHashMap<>();
        private final List<String> unsent = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private int lists;

        @Override
        public Optional<CarrierText> text(CarrierId id) {
            asked.add(id.value());
            return Optional.ofNullable(texts.get(id.value())).map(this::seen);
        }

        private CarrierText seen(DeliveryRow row) {
            String id = Objects.requireNonNull(row.carrierId);
            var status = unsent.contains(id) ? MessageStatus.QUEUED : MessageStatus.DELIVERED;
            @Nullable PhoneNumber from = row.sender;
            return new CarrierText(
                    new CarrierId(id), String.valueOf(from), row.to.e164(), "Hello", 0, status, 0, row.sentAt);
        }

        @Override
        public int sentFrom(
                PhoneNumber from, Instant since, Instant before, int requests, Consumer<List<CarrierText>> page) {
            List<CarrierText> found = texts.values().stream()
                    .filter(row -> from.equals(row.sender) && !unsent.contains(row.carrierId))
                    .filter(row ->
                            !row.sentAt().isBefore(since) && !row.sentAt().isAfter(before))
                    .map(this::seen)
                    .toList()
                    .reversed();
            int made = 0;
            do {
                page.accept(
                        found.subList(Math.min(made * PAGE, found.size()), Math.min((made + 1) * PAGE, found.size())));
                made++;
            } while (made < requests && made * PAGE < found.size());
            lists += made;
            return made;
        }

        @Override
        public List<CarrierText> sentBetween(PhoneNumber from, PhoneNumber to) {
            throw new UnsupportedOperationException("Nobody asks for it here.");
        }

        @Override
        public CarrierText send(TextOrder order) {
            throw new UnsupportedOperationException("Nobody asks for it here.");
        }

        @Override
        public void madeFrom(PhoneNumber from, Instant since, Consumer<List<CarrierText>> page) {
            throw new UnsupportedOperationException("Nobody asks for it here.");
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
}
