package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Not;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.TextOrder;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of texts that the carrier does not list, where everybody is to get theirs at least once (R10). */
class DoubtsTest {
    private static final Instant NOON = Instant.parse("2026-12-01T18:00:00Z");
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHERS = new PhoneNumber("+12125550102");
    private static final PhoneNumber THEIRS = new PhoneNumber("+12125550101");

    private Instant now = NOON;
    private int tokens;
    private final PaperTables tables = new PaperTables(() -> now, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});
    private final Nothing carrier = new Nothing();
    private final Doubts doubts = new Doubts(
            ledgers.receipts(),
            ledgers.deliveries(),
            ledgers.campaigns(),
            ledgers.outcomes(),
            new Conclusions(ledgers.receipts(), ledgers.paces(), new Unlearnt(), ledgers::pauses),
            new Wording(() -> "Harbor Dental"),
            carrier,
            new SkewedClock(() -> now, Duration.ZERO),
            event -> {});

    @BeforeEach
    void begin() {
        tables.put(new Campaign(
                CAMPAIGN,
                "Closed on Friday",
                "Hello",
                TextKind.INFORMATIONAL,
                Policy.AT_LEAST_ONCE,
                Campaign.State.RUNNING,
                null,
                List.of(OURS),
                List.of(),
                null,
                NOON,
                "Dana",
                NOON,
                null,
                1));
        tables.deliveries.put(1L, new DeliveryRow(1, CAMPAIGN, THEIRS, NOON));
    }

    @Test
    void what_is_not_there_is_tried_once_more_and_no_more() {
        isLost();
        assertThat(row().state).isEqualTo(State.WAITING);

        isLost();
        assertThat(row().state).isEqualTo(State.NOT_CONFIRMED);
    }

    @Test
    void tries_that_certainly_did_not_reach_the_carrier_do_not_count() {
        isTurnedAway();
        isTurnedAway();
        isTurnedAway();

        isLost();
        assertThat(row().state).isEqualTo(State.WAITING);
        isTurnedAway();
        isLost();

        assertThat(row().state).isEqualTo(State.NOT_CONFIRMED);
        assertThat(row().attempts).isEqualTo(6);
    }

    @Test
    void what_turns_out_to_have_arrived_after_all_is_not_tried_once_more() {
        isLost();
        assertThat(row().state).isEqualTo(State.WAITING);

        said("token 1", MessageStatus.UNDELIVERED);
        assertThat(row().state).as("they have not got it").isEqualTo(State.WAITING);
        var claimed = ledgers.deliveries().claim(CAMPAIGN, 1, now);
        said("token 1", MessageStatus.DELIVERED);

        assertThat(row().state).isEqualTo(State.DELIVERED);
        assertThat(ledgers.deliveries()
                        .leave(
                                List.of(new Leaving(
                                        claimed.getFirst(), OURS, 1, "token 2", 1, true, SomeEvidence.KEPT)),
                                now))
                .isEmpty();
    }

    @Test
    void what_is_found_to_have_failed_has_its_reason_in_plain_words() {
        ledgers.outcomes().unknown(List.of(leaves()), "The answer was lost.", now);
        String body = new Wording(() -> "Harbor Dental").of(campaign(), Map.of());
        carrier.listed = List.of(new CarrierText(
                new CarrierId("SM1"), OURS.e164(), THEIRS.e164(), body, 0, MessageStatus.UNDELIVERED, 30005, now));
        now = now.plusSeconds(30);

        doubts.run();

        assertThat(row().state).isEqualTo(State.FAILED);
        assertThat(row().sentence).isEqualTo("That number is not in use any more.");
    }

    @Test
    void what_is_found_to_have_failed_by_the_accounts_fault_pauses_the_campaign_and_waits() {
        ledgers.outcomes().unknown(List.of(leaves()), "The answer was lost.", now);
        String body = new Wording(() -> "Harbor Dental").of(campaign(), Map.of());
        carrier.listed = List.of(new CarrierText(
                new CarrierId("SM1"), OURS.e164(), THEIRS.e164(), body, 0, MessageStatus.FAILED, 30002, now));
        now = now.plusSeconds(30);

        doubts.run();

        assertThat(row().state).isEqualTo(State.WAITING);
        assertThat(campaign().state()).isEqualTo(Campaign.State.PAUSED);
    }

    private Campaign campaign() {
        return Objects.requireNonNull(tables.campaigns.get(CAMPAIGN));
    }

    private void said(String token, MessageStatus status) {
        ledgers.outcomes().known(List.of(new Known(token, new CarrierId("SM1"), status, 0, "")), now);
    }

    /** As when the carrier does not know one of the numbers any more. */
    @Test
    void one_that_cannot_be_looked_for_keeps_nobody_else_in_doubt() {
        tables.deliveries.put(2L, new DeliveryRow(2, CAMPAIGN, OTHERS, NOON));
        carrier.refusing = THEIRS;
        var claimed = ledgers.deliveries().claim(CAMPAIGN, 2, now);
        ledgers.deliveries()
                .leave(
                        claimed.stream()
                                .map(each ->
                                        new Leaving(each, OURS, 1, "token of " + each.id(), 1, true, SomeEvidence.KEPT))
                                .toList(),
                        now);
        ledgers.outcomes().unknown(List.of("token of 1", "token of 2"), "The answer was lost.", now);

        for (int look = 0; look < 40; look++) {
            now = now.plusSeconds(10);
            try {
                doubts.run();
            } catch (CarrierFailure reported) {
                assertThat(reported).hasMessageContaining("refused");
            }
        }

        assertThat(tables.deliveries.get(2L).state).isEqualTo(State.WAITING);
        assertThat(row().state).as("nobody has looked for it in vain").isEqualTo(State.CHECKING);
    }

    @Test
    void many_of_one_number_are_looked_for_in_its_list_and_few_of_it_one_by_one() {
        int many = 40;
        List<String> tokens = leaveTo(many);
        ledgers.outcomes().unknown(tokens, "The answer was lost.", now);
        String body = new Wording(() -> "Harbor Dental").of(campaign(), Map.of());
        carrier.listed = IntStream.range(0, many - 2)
                .mapToObj(person -> new CarrierText(
                        new CarrierId("SM" + person),
                        OURS.e164(),
                        person(person).e164(),
                        body,
                        0,
                        MessageStatus.QUEUED,
                        0,
                        now))
                .toList();
        now = now.plusSeconds(30);

        doubts.run();

        assertThat(states()).containsEntry(State.SENT, many - 2L).containsEntry(State.CHECKING, 2L);
        assertThat(carrier.lists).isEqualTo(1);
        assertThat(carrier.questions).isZero();
        now = now.plusSeconds(61);
        doubts.run();
        assertThat(carrier.lists).isEqualTo(1);
        assertThat(carrier.questions).isEqualTo(2);
        for (int look = 0; look < 40; look++) {
            now = now.plusSeconds(10);
            doubts.run();
        }
        assertThat(states())
                .as("each once more")
                .containsEntry(State.SENT, many - 2L)
                .containsEntry(State.WAITING, 2L);
    }

    private List<String> leaveTo(int many) {
        for (int person = 0; person < many; person++) {
            tables.deliveries.put(1L + person, new DeliveryRow(1 + person, CAMPAIGN, person(person), NOON));
        }
        var leaving = ledgers.deliveries().claim(CAMPAIGN, many, now).stream()
                .map(each -> new Leaving(each, OURS, 1, "token of " + each.id(), 1, true, SomeEvidence.KEPT))
                .toList();
        ledgers.deliveries().leave(leaving, now);
        return leaving.stream().map(Leaving::token).toList();
    }

    private static PhoneNumber person(int number) {
        return new PhoneNumber("+121255501%02d".formatted(number));
    }

    private Map<State, Long> states() {
        return tables.rows().stream().collect(Collectors.groupingBy(row -> row.state, Collectors.counting()));
    }

    private DeliveryRow row() {
        return tables.rows().getFirst();
    }

    /** A request that the carrier answers with 429, as it is too busy. */
    private void isTurnedAway() {
        String token = leaves();
        ledgers.outcomes().not(List.of(Not.sent(token, now.plusSeconds(4), "too many requests")), now);
        now = now.plusSeconds(10);
    }

    /** A request whose answer is lost, and which is in none of the carrier's lists. */
    private void isLost() {
        String token = leaves();
        ledgers.outcomes().unknown(List.of(token), "The answer was lost.", now);
        for (int look = 0; look < 40; look++) {
            now = now.plusSeconds(10);
            doubts.run();
        }
    }

    private String leaves() {
        var claimed = ledgers.deliveries().claim(CAMPAIGN, 1, now).getFirst();
        String token = "token " + ++tokens;
        ledgers.deliveries().leave(List.of(new Leaving(claimed, OURS, 1, token, 1, true, SomeEvidence.KEPT)), now);
        return token;
    }

    /** A carrier that has taken nothing, unless it lists something. */
    private static final class Nothing implements CarrierTexts {
        private @Nullable PhoneNumber refusing;
        private List<CarrierText> listed = List.of();
        private int lists;
        private int questions;

        @Override
        public List<CarrierText> sentBetween(PhoneNumber from, PhoneNumber to) {
            questions++;
            if (to.equals(refusing)) {
                throw new CarrierFailure(CarrierFailure.Kind.REFUSED, 20404, "refused");
            }
            return listed;
        }

        @Override
        public CarrierText send(TextOrder order) {
            throw new UnsupportedOperationException("Nobody asks for it here.");
        }

        @Override
        public Optional<CarrierText> text(CarrierId id) {
            return Optional.empty();
        }

        @Override
        public int sentFrom(
                PhoneNumber from, Instant since, Instant before, int requests, Consumer<List<CarrierText>> page) {
            return 0;
        }

        @Override
        public void madeFrom(PhoneNumber from, Instant since, Consumer<List<CarrierText>> page) {
            lists++;
            page.accept(listed.stream()
                    .filter(text ->
                            text.createdAt() != null && !text.createdAt().isBefore(since))
                    .toList());
        }

        @Override
        public List<CarrierText> receivedSince(Instant since, int most) {
            return List.of();
        }

        @Override
        public List<CarrierId> mediaOf(CarrierId text) {
            return List.of();
        }

        @Override
        public String downloadMedia(CarrierId text, CarrierId media, Path target) {
            throw new UnsupportedOperationException("Nobody asks for it here.");
        }
    }
}
