package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Staying;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Not;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Quiet;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.campaigns.send.PaperTables.DayRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves drawn by lot, each made on paper and in the database, with what was claimed and given before and may be stale by now. */
final class LedgerMoves {
    private static final int PEOPLE = 6;
    private static final UUID CAMPAIGN = new UUID(0, 1);
    /** To the same people, and running all the time. */
    private static final UUID OTHER = new UUID(0, 2);

    private static final List<PhoneNumber> SENDERS =
            Stream.of("+18335550100", "+14155550101").map(PhoneNumber::new).toList();
    private static final PhoneNumber FOREIGN = new PhoneNumber("+14155550199");
    private static final List<Consumer<LedgerMoves>> MOVES = List.of(
            LedgerMoves::claim,
            LedgerMoves::claim,
            LedgerMoves::leave,
            LedgerMoves::leave,
            LedgerMoves::leave,
            LedgerMoves::stay,
            LedgerMoves::known,
            LedgerMoves::known,
            LedgerMoves::not,
            LedgerMoves::unknown,
            LedgerMoves::unknown,
            LedgerMoves::skip,
            LedgerMoves::look,
            LedgerMoves::notFound,
            LedgerMoves::again,
            LedgerMoves::leftovers,
            LedgerMoves::quiet,
            LedgerMoves::keep,
            LedgerMoves::reserve,
            LedgerMoves::course,
            LedgerMoves::cancel);

    private final World world;
    private final PaperTables tables;
    private final Ledgers paper;
    private final Ledgers database;
    private final RealLedgers real;
    private final List<Delivery> claimed = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>(List.of("nobody's"));
    private final List<Object> onPaper = new ArrayList<>();
    private final List<Object> inDatabase = new ArrayList<>();
    private String what = "";

    LedgerMoves(long seed, RealLedgers real) {
        this.world = new World(new SplittableRandom(seed), Instant.parse("2026-09-16T18:00:00Z"), null);
        this.tables = new PaperTables(world, new Unwatched());
        this.paper = Ledgers.onPaper(tables, (number, until) -> {});
        this.real = real;
        this.database = real.ledgers();
        found();
    }

    private void found() {
        real.empty();
        found(CAMPAIGN, 0);
        found(OTHER, PEOPLE);
        var day = new DayRow(8, LocalDate.of(2026, 9, 15), 8, true);
        tables.days.put(SENDERS.getFirst().e164(), day);
        real.cap(SENDERS.getFirst(), day);
    }

    /** @param first how many deliveries there are before its own */
    private void found(UUID campaign, int first) {
        Instant now = world.instant();
        real.jdbc().sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by)
                        values (:id, 'Autumn', 'Hello', 'marketing', 'at_most_once', 'draft', :now::timestamptz, 'Dana')""").param("id", campaign).param("now", now.toString()).update();
        foundSenders(campaign);
        tables.put(new Campaign(
                campaign,
                "Autumn",
                "Hello",
                TextKind.MARKETING,
                Policy.AT_MOST_ONCE,
                Campaign.State.DRAFT,
                null,
                SENDERS,
                List.of(),
                null,
                now,
                "Dana",
                null,
                null,
                1));
        for (long id = 1; id <= PEOPLE; id++) {
            var to = new PhoneNumber("+1212555010" + id);
            tables.deliveries.put(first + id, new DeliveryRow(first + id, campaign, to, now));
            real.jdbc()
                    .sql("""
                            insert into delivery (campaign_id, to_number, due_at, changed_at)
                            values (:campaign, :to, :now::timestamptz, :now::timestamptz)""")
                    .param("campaign", campaign)
                    .param("to", to.e164())
                    .param("now", now.toString())
                    .update();
        }
        both(ledgers -> ledgers.campaigns().move(campaign, Lifecycle.START, null, now));
    }

    private void foundSenders(UUID campaign) {
        SENDERS.forEach(number -> real.jdbc()
                .sql("insert into campaign_sender (campaign_id, position, number) values (:id, :place, :number)")
                .param("id", campaign)
                .param("place", SENDERS.indexOf(number))
                .param("number", number.e164())
                .update());
    }

    /** Makes a move. @return which */
    String next() {
        onPaper.clear();
        inDatabase.clear();
        world.pass(Duration.ofMillis(world.pick(world.happens(0.2) ? 60_000 : 2_000)));
        real.setClock(world.instant());
        world.oneOf(MOVES).accept(this);
        return what;
    }

    List<Object> onPaper() {
        return onPaper;
    }

    List<Object> inDatabase() {
        return inDatabase;
    }

    private void makes(String move, Function<Ledgers, Object> how) {
        what = move;
        both(how);
    }

    private void does(String move, Consumer<Ledgers> how) {
        makes(move, ledgers -> {
            how.accept(ledgers);
            return true;
        });
    }

    private void both(Function<Ledgers, Object> how) {
        onPaper.add(unordered(how.apply(paper)));
        inDatabase.add(unordered(how.apply(database)));
    }

    private static Object unordered(Object answer) {
        return answer instanceof Collection<?> many ? new HashSet<>(many) : answer;
    }

    private Instant now() {
        return world.instant();
    }

    private void claim() {
        int most = 1 + world.pick(3);
        UUID campaign = world.happens(0.2) ? OTHER : CAMPAIGN;
        makes("claim", ledgers -> ledgers.deliveries().claim(campaign, most, now()));
        var people = tables.rows().stream().map(row -> row.to).collect(Collectors.toSet());
        both(ledgers -> ledgers.deliveries().told(people, now().minusSeconds(90)));
        claimed.addAll(tables.rows().stream()
                .filter(row -> row.state == Delivery.State.CLAIMED)
                .map(DeliveryRow::delivery)
                .toList());
    }

    private void leave() {
        List<Delivery> some = some(claimed).toList();
        List<Leaving> leaving = some.stream()
                .filter(each -> each.campaignId().equals(some.getFirst().campaignId()))
                .map(this::leaving)
                .toList();
        leaving.forEach(each -> tokens.add(each.token()));
        makes("leave", ledgers -> ledgers.deliveries().leave(leaving, now()));
    }

    private Leaving leaving(Delivery delivery) {
        String token = "token " + tokens.size() + "." + world.bits();
        int mostADay = world.happens(0.3) ? 1 : Verdict.Send.UNLIMITED;
        PhoneNumber sender = world.happens(0.05) ? FOREIGN : world.oneOf(SENDERS);
        return new Leaving(delivery, sender, 1 + world.pick(3), token, mostADay, world.happens(0.7), SomeEvidence.KEPT);
    }

    private void stay() {
        List<Staying> staying = some(claimed)
                .map(delivery -> new Staying(delivery, perhapsLater(), "quiet_hours", "It is late."))
                .toList();
        does("stay", ledgers -> ledgers.deliveries().stay(staying, now()));
    }

    private @Nullable Instant perhapsLater() {
        return world.happens(0.2) ? null : now().plusSeconds(world.pick(90));
    }

    private void known() {
        List<Known> known = tokens().stream().map(this::known).toList();
        does("known", ledgers -> ledgers.outcomes().known(known, now()));
    }

    private Known known(String token) {
        MessageStatus status = world.happens(0.1) ? null : world.oneOf(List.of(MessageStatus.values()));
        int code = world.happens(0.5) ? world.oneOf(List.of(30003, 30036, 30034)) : 0;
        return new Known(token, idOf(token), status, code, code == 0 ? "" : "It is switched off.");
    }

    private static CarrierId idOf(String token) {
        return new CarrierId("SM%08x".formatted(token.hashCode()));
    }

    private void not() {
        List<Not> nots = tokens().stream()
                .map(token -> world.happens(0.7)
                        ? Not.sent(token, now().plusSeconds(world.pick(120)), "busy")
                        : Not.refused(token, 21610, "They opted out."))
                .toList();
        does("not", ledgers -> ledgers.outcomes().not(nots, now()));
    }

    private void unknown() {
        List<String> some = tokens();
        makes("unknown", ledgers -> {
            ledgers.outcomes().unknown(some, "The answer was lost.", now());
            return ledgers.outcomes().moved(some);
        });
    }

    private void skip() {
        String token = world.oneOf(tokens);
        List<Not> skipped = List.of(Not.skipped(token, "opted_out", "They said so."));
        does("skipped", ledgers -> ledgers.outcomes().not(skipped, now()));
    }

    private void look() {
        makes("doubts", ledgers -> ledgers.receipts().doubts(now().minusSeconds(20), now().minusSeconds(60), 100));
        String token = world.oneOf(tokens);
        both(ledgers -> ledgers.receipts().isKnown(idOf(token)));
        does("looked", ledgers -> ledgers.receipts().looked(token, now()));
        String other = world.oneOf(tokens);
        does("putOff", ledgers -> ledgers.receipts().putOff(other, now()));
    }

    private void notFound() {
        String token = world.oneOf(tokens);
        boolean again = world.happens(0.3);
        does("notFound", ledgers -> ledgers.receipts().notFound(token, again, "It is not there.", now()));
    }

    private void again() {
        long id = 1 + world.pick(PEOPLE);
        makes("again", ledgers -> ledgers.deliveries().again(id, now()));
        both(ledgers -> ledgers.deliveries().find(id));
    }

    private void leftovers() {
        makes("leftSending", ledgers -> ledgers.outcomes().leftSending());
        does("freeClaims", ledgers -> {
            ledgers.outcomes().freeClaims(now());
            ledgers.outcomes().cancelLate(now());
        });
    }

    private void quiet() {
        makes(
                "quietSince",
                ledgers -> ledgers.receipts().quietSince(now().minusSeconds(15), now().minusSeconds(900), now(), 100));
        List<Quiet> asked = tokens().stream()
                .map(token -> new Quiet(token, idOf(token), SENDERS.getFirst(), now()))
                .toList();
        does("askedAbout", ledgers -> ledgers.receipts().askedAbout(asked, now()));
    }

    private void keep() {
        List<Receipt> receipts = tokens().stream()
                .map(token -> new Receipt(token, idOf(token), "sent", 0))
                .toList();
        makes("keep", ledgers -> ledgers.receipts().keep(receipts, now()));
        List<String> some = tokens();
        both(ledgers -> ledgers.receipts().senders(some));
        both(ledgers -> ledgers.receipts().campaigns(some));
    }

    private void reserve() {
        Map<PhoneNumber, Double> busy = Map.of(world.oneOf(SENDERS), (1 + world.pick(5)) / (1.0 + world.pick(3)));
        Duration lead = Duration.ofMillis(100L * world.pick(10));
        makes("reserve", ledgers -> rounded(ledgers.paces().reserve(busy, lead)));
        both(ledgers -> rounded(ledgers.paces().freeWithin(SENDERS, Duration.ofMillis(250))));
        both(ledgers -> ledgers.paces().atFault(SENDERS));
        if (world.happens(0.2)) {
            PhoneNumber sender = world.oneOf(SENDERS);
            Duration pause = Duration.ofSeconds(30L * (1 + world.pick(3)));
            String because = world.oneOf(List.of("", "It is not registered.", "It cannot text."));
            does("stop", ledgers -> ledgers.paces().stop(sender, pause, because));
        }
    }

    /** To tenths of a millisecond: the database counts the rest of a second as a fraction. */
    private static Map<PhoneNumber, Long> rounded(Map<PhoneNumber, Duration> waits) {
        return waits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, wait -> Math.round(wait.getValue().toNanos() / 1e5)));
    }

    private void course() {
        Lifecycle act = world.oneOf(List.of(Lifecycle.PAUSE, Lifecycle.RESUME, Lifecycle.RESUME, Lifecycle.END));
        makes(act.toString(), ledgers -> ledgers.campaigns().move(CAMPAIGN, act, "Dana did it.", now()));
        both(ledgers -> ledgers.deliveries().isOpen(CAMPAIGN));
        if (world.happens(0.7)) {
            does("reopen", ledgers -> ledgers.campaigns().reopen(CAMPAIGN));
        }
        both(ledgers -> ledgers.campaigns().goOn(now().minusSeconds(30)));
        both(ledgers -> ledgers.campaigns().running().size());
    }

    /** Seldom, as nothing moves on after it. */
    private void cancel() {
        if (world.happens(0.15)) {
            makes("cancel", ledgers -> {
                ledgers.deliveries().cancel(CAMPAIGN, now());
                return ledgers.campaigns().move(CAMPAIGN, Lifecycle.CANCEL, "Dana canceled it.", now());
            });
        }
    }

    private <T> Stream<T> some(List<T> all) {
        if (all.isEmpty()) {
            return Stream.of();
        }
        return Stream.generate(() -> all.get(all.size() - 1 - world.pick(Math.min(all.size(), 4))))
                .limit(1 + world.pick(2))
                .distinct();
    }

    private List<String> tokens() {
        return some(tokens).distinct().toList();
    }

    /** All rows on paper, as {@link RealLedgers#lines()} has them. */
    List<String> paperLines() {
        Stream<String> deliveries = tables.rows().stream().map(row -> "delivery|" + row.line());
        Stream<String> attempts = tables.attempts.values().stream().map(row -> "attempt|" + row.line());
        Stream<String> paces = tables.paces.entrySet().stream()
                .map(pace -> Line.of(
                        "pace",
                        pace.getKey(),
                        pace.getValue().nextFreeAt(),
                        pace.getValue().stoppedUntil(),
                        pace.getValue().because()));
        Stream<String> days = tables.days.entrySet().stream()
                .map(day -> Line.of("day", day.getKey(), day.getValue().line()));
        Stream<String> news =
                tables.news.entrySet().stream().map(each -> Line.of("news", each.getKey(), each.getValue()));
        Stream<String> campaigns = tables.campaigns.values().stream()
                .map(each -> Line.of(
                        "campaign",
                        each.id(),
                        each.state(),
                        each.why(),
                        each.startedAt(),
                        each.endedAt(),
                        each.version()));
        return Stream.of(deliveries, attempts, paces, days, news, campaigns)
                .flatMap(Function.identity())
                .sorted()
                .toList();
    }
}
