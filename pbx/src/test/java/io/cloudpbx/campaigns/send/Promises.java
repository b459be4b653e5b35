package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.campaigns.send.SimulatedCarrier.Taken;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.Validity;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Watches a world and says when a promise is broken. What it goes by is what was asked of the carrier and what that took. */
final class Promises implements PaperTables.Watcher {
    /** Later than that after the attempt it may be taken for another text's. */
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    /** From the taking of a slot to the request a node waits for the database so often at most. */
    private static final int WAITS_BEFORE_LEAVING = 6;

    /** The drawn lines of {@code campaigns/package-info}. */
    private static final Map<State, Set<State>> LINES = new EnumMap<>(Map.of(
            State.WAITING, EnumSet.of(State.CLAIMED, State.CANCELED, State.SENT, State.DELIVERED),
            State.CLAIMED,
                    EnumSet.of(
                            State.SENDING, State.WAITING, State.SKIPPED, State.CANCELED, State.SENT, State.DELIVERED),
            State.SENDING,
                    EnumSet.of(
                            State.CHECKING,
                            State.SENT,
                            State.DELIVERED,
                            State.FAILED,
                            State.WAITING,
                            State.SKIPPED,
                            State.CANCELED),
            State.CHECKING,
                    EnumSet.of(
                            State.SENT,
                            State.DELIVERED,
                            State.FAILED,
                            State.WAITING,
                            State.NOT_CONFIRMED,
                            State.SKIPPED,
                            State.CANCELED),
            State.NOT_CONFIRMED, EnumSet.of(State.SENT, State.DELIVERED, State.FAILED, State.WAITING),
            State.SENT, EnumSet.of(State.DELIVERED, State.FAILED, State.WAITING),
            State.FAILED, EnumSet.of(State.DELIVERED),
            State.DELIVERED, EnumSet.noneOf(State.class),
            State.SKIPPED, EnumSet.of(State.SENT, State.DELIVERED),
            State.CANCELED, EnumSet.of(State.SENT, State.DELIVERED)));

    private final Simulation simulation;
    private final Lawfulness lawfulness;
    private final Map<Long, String> holders = new HashMap<>();
    private final Map<Long, Integer> pressedAgain = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> notFound = new HashSet<>();
    private final Set<String> unanswered = new HashSet<>();
    private final Set<Long> arrivedAfterAll = new HashSet<>();
    private final Map<String, Instant> writtenDown = new HashMap<>();
    private final Map<PhoneNumber, Instant> looked = new HashMap<>();
    private final Map<PhoneNumber, List<Handed>> handed = new HashMap<>();
    private final Map<String, Instant> slots = new HashMap<>();
    private String actor = "";
    private String act = "";
    private Duration slowest = Duration.ZERO;

    Promises(Simulation simulation) {
        this.simulation = simulation;
        this.lawfulness = new Lawfulness(simulation, notFound::contains);
    }

    private record Handed(Instant at, int segments) {}

    void acts(String node, String what) {
        actor = node;
        act = what;
    }

    /** Somebody waited that much longer than the line takes. */
    void waited(Duration longer) {
        slowest = longer.compareTo(slowest) > 0 ? longer : slowest;
    }

    void looked(PhoneNumber number) {
        looked.put(number, simulation.world().instant());
    }

    /** A gate looks, on a node whose clock shows that. */
    void judged(BulkText text, Instant byItsClock) {
        lawfulness.judged(actor, text, byItsClock);
    }

    /** Whoever asked for it does not learn what became of it. */
    void unanswered(String token) {
        unanswered.add(token);
    }

    @Override
    public void moved(DeliveryRow before, DeliveryRow after) {
        if (before.state != after.state) {
            simulation.world().tell("delivery %d: %s to %s by %s", after.id, before.state, after.state, act);
            boolean drawn = Objects.requireNonNull(LINES.get(before.state)).contains(after.state);
            Promise.ONLY_FORWARD.holds(drawn, "%s went from %s to %s", after.id, before.state, after.state);
        }
        boolean back = Objects.equals(before.token, after.token) && after.rank < before.rank;
        Promise.ONLY_FORWARD.holds(!back, "%s fell back to %s", after.id, String.valueOf(after.carrierStatus));
        if (after.state == State.CLAIMED) {
            holders.put(after.id, actor);
        } else if (before.state == State.CLAIMED) {
            holdsLease(before, after);
        } else if (act.equals("known") && after.state == State.WAITING) {
            isExpired(Objects.requireNonNull(before.token));
        } else if (before.state == State.NOT_CONFIRMED && after.state == State.WAITING) {
            pressedAgain.merge(after.id, 1, Integer::sum);
        } else if (act.equals("notFound") && before.state == State.CHECKING) {
            isNotThere(Objects.requireNonNull(before.token));
        }
    }

    private void holdsLease(DeliveryRow before, DeliveryRow after) {
        Instant now = simulation.world().instant();
        switch (act) {
            case "leave" -> {
                Promise.LEASE_GUARDS.holds(actor.equals(holders.get(after.id)), "%s was another's", after.id);
                boolean runs = before.leaseUntil != null && before.leaseUntil.isAfter(now);
                Promise.LEASE_GUARDS.holds(runs, "the lease of %s was over", after.id);
                Campaign campaign =
                        Objects.requireNonNull(simulation.tables().campaigns.get(after.campaign));
                Promise.NEVER_TWICE.holds(!arrivedAfterAll.contains(after.id), "%s had got it after all", after.id);
                Promise.PAUSE_HOLDS.holds(campaign.state() == Campaign.State.RUNNING, "it is %s", campaign.state());
                writtenDown.put(Objects.requireNonNull(after.token), now);
            }
            case "stay" ->
                Promise.LEASE_GUARDS.holds(actor.equals(holders.get(after.id)), "%s was another's", after.id);
            case "freeClaims" -> {
                boolean over = before.leaseUntil != null && before.leaseUntil.isBefore(now);
                Promise.LEASE_GUARDS.holds(over, "the lease of %s still ran", after.id);
            }
            default -> {
                // Proof that they have got it from a try before needs nobody's leave.
                boolean proven = before.token == null && after.token != null && asked.contains(after.token);
                Promise.LEASE_GUARDS.holds(act.equals("cancel") || proven, "%s did it", act);
            }
        }
    }

    private void isNotThere(String token) {
        notFound.add(token);
        AttemptRow attempt = Objects.requireNonNull(simulation.tables().attempts.get(token));
        boolean overlooked = simulation.isCarrierTruthful()
                && simulation.carrier().book().stream()
                        .anyMatch(taken -> taken.token.equals(token) && isInTime(attempt, taken));
        Promise.TRUTH_IS_FOUND.holds(!overlooked, "the carrier has that of delivery %s", attempt.delivery());
    }

    /** It is tried once more: the carrier must have given it up, and none before. */
    private void isExpired(String token) {
        long delivery = deliveryOf(token);
        Taken gaveUp = simulation.carrier().book().stream()
                .filter(taken -> taken.token.equals(token))
                .findFirst()
                .orElseThrow();
        boolean mayBe = expired(delivery) == 1 || gaveUp.isForgiven();
        Promise.EXPIRED_ONCE_MORE.holds(mayBe, "delivery %d has %d", delivery, expired(delivery));
        Promise.EXPIRED_ONCE_MORE.holds(gaveUp.hasExpired(), "the carrier still has that of delivery %d", delivery);
        arrivedAfterAll.remove(delivery);
    }

    private long expired(long delivery) {
        return simulation.tables().attempts.values().stream()
                .filter(attempt ->
                        attempt.delivery() == delivery && attempt.state().equals("expired"))
                .count();
    }

    private boolean isInTime(AttemptRow attempt, Taken taken) {
        Duration after = Duration.between(attempt.startedAt(), taken.at);
        return after.compareTo(Duration.ofSeconds(-5)) >= 0 && after.compareTo(IN_TIME) <= 0;
    }

    @Override
    public void settled(AttemptRow before, AttemptRow after) {
        boolean lost = before.isWithCarrier() && !after.isWithCarrier();
        Promise.PROOF_STAYS.holds(!lost, "an attempt of %s became %s", after.delivery(), after.state());
        DeliveryRow row = simulation.tables().deliveries.get(after.delivery());
        boolean proven = before.carrierId() == null && after.carrierId() != null;
        if (proven && row != null && row.token == null && hasNotFailed(after.token())) {
            arrivedAfterAll.add(after.delivery());
        }
    }

    private boolean hasNotFailed(String token) {
        return simulation.carrier().book().stream()
                .anyMatch(taken -> taken.token.equals(token) && (taken.arrivedAt != null || !taken.status.isOver()));
    }

    /** The request begins now. */
    void asked(String token, BulkText text) {
        Instant now = simulation.world().instant();
        Promise.ASKED_ONCE.holds(asked.add(token), "%s was asked for again", text.to());
        boolean written = simulation.tables().rows().stream()
                .anyMatch(row -> row.holds(token)
                        && row.state == State.SENDING
                        && row.leaseUntil != null
                        && row.leaseUntil.isAfter(now));
        Promise.WRITTEN_DOWN.holds(written, "nothing of that is written for %s", text.to());
        long delivery = deliveryOf(token);
        long inVain = notFound.stream()
                .filter(other -> deliveryOf(other) == delivery && !isKnownToHaveExpired(other))
                .count();
        Promise.NEVER_TWICE.holds(
                inVain < allowed(delivery), "delivery %d is tried again after %d may have arrived", delivery, inVain);
        Instant since = writtenDown.getOrDefault(token, Instant.MAX);
        Instant look = looked.getOrDefault(text.to(), Instant.MIN);
        Promise.STOP_IS_HEARD.holds(!look.isBefore(since), "nobody looked for %s", text.to());
        Instant stopped = simulation.tables().optOuts.get(text.to());
        Promise.STOP_IS_HEARD.holds(stopped == null || stopped.isAfter(look), "%s had said it", text.to());
        lawfulness.asked(actor, text);
        keepsPace(text, now);
    }

    /** It was not found, and turned out to have been given up by the carrier: it can't arrive any more. */
    private boolean isKnownToHaveExpired(String token) {
        return Objects.requireNonNull(simulation.tables().attempts.get(token))
                .state()
                .equals("expired");
    }

    /** Somebody has time of a number now. */
    void reserved(PhoneNumber number, Instant until) {
        slots.put(actor + number, until);
    }

    /**
     * Slots of one number never overlap, and a text leaves at its slot or up to {@link Validity#FRESH} later, so that within any
     * second those leave whose slots lie in that second or so much before it, the last of which may reach beyond.
     */
    private void keepsPace(BulkText text, Instant now) {
        Instant over = slots.getOrDefault(actor + text.from(), Instant.MIN).plus(Validity.FRESH);
        Promise.KEEPS_PACE.holds(!now.isAfter(over), "the slot of %s was over at %s", text.to(), over);
        List<Handed> sofar = handed.computeIfAbsent(text.from(), number -> new ArrayList<>());
        sofar.add(new Handed(now, Segments.of(text.body()).count()));
        Instant secondAgo = now.minusSeconds(1);
        int segments = 0;
        int most = 0;
        for (Handed each : sofar) {
            if (each.at().isAfter(secondAgo)) {
                segments += each.segments();
                most = Math.max(most, each.segments());
            }
        }
        double late = Math.min(seconds(Validity.FRESH), WAITS_BEFORE_LEAVING * seconds(slowest) + 0.1);
        double allowed = simulation.rateOf(text.from()) * (1 + late) + most;
        Promise.KEEPS_PACE.holds(
                segments <= allowed + 1e-6, "%s sent %d segments in a second, of %.1f", text.from(), segments, allowed);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** The carrier has it: it counts as a text that somebody got. */
    void taken(Taken taken) {
        lawfulness.taken(taken);
        long delivery = deliveryOf(taken.token);
        List<Taken> all = simulation.carrier().book().stream()
                .filter(other -> deliveryOf(other.token) == delivery && !other.hasExpired())
                .toList();
        long unexplained =
                all.stream().filter(other -> !notFound.contains(other.token)).count();
        Promise.NEVER_TWICE.holds(
                unexplained <= 1 && all.size() <= allowed(delivery), "delivery %d has %d texts", delivery, all.size());
    }

    /** How many texts of which we do not know may reach somebody. */
    private int allowed(long delivery) {
        DeliveryRow row = Objects.requireNonNull(simulation.tables().deliveries.get(delivery));
        Campaign campaign = Objects.requireNonNull(simulation.tables().campaigns.get(row.campaign));
        return 1 + (campaign.policy() == Policy.AT_LEAST_ONCE ? 1 : 0) + pressedAgain.getOrDefault(delivery, 0);
    }

    private long deliveryOf(String token) {
        return simulation.deliveryOf(token);
    }

    void arrived(Taken taken, Instant at) {
        lawfulness.arrived(taken, at);
    }

    /** What must be true at the end. */
    void atRest() {
        for (DeliveryRow row : simulation.tables().rows()) {
            List<Taken> texts = simulation.carrier().book().stream()
                    .filter(taken -> deliveryOf(taken.token) == row.id)
                    .toList();
            Promise.NOBODY_LOST.holds(isBorneOut(row, texts), "%s is %s, of %d texts", row.id, row.state, texts.size());
            boolean tooSoon = row.state == State.FAILED
                    && texts.size() < 2
                    && texts.stream().anyMatch(taken -> row.holds(taken.token) && taken.hasExpired());
            Promise.EXPIRED_ONCE_MORE.holds(!tooSoon, "%s was given up at once", row.id);
        }
        int there = simulation.tables().rows().size();
        Promise.NOBODY_LOST.holds(there == simulation.audience(), "%d of %d are there", there, simulation.audience());
        unanswered.forEach(this::isFoundOrListed);
    }

    private void isFoundOrListed(String token) {
        boolean found = simulation.carrier().book().stream().anyMatch(taken -> taken.token.equals(token));
        long delivery = deliveryOf(token);
        DeliveryRow row = Objects.requireNonNull(simulation.tables().deliveries.get(delivery));
        boolean listed = notFound.contains(token) && (!row.holds(token) || row.state == State.NOT_CONFIRMED);
        Promise.DOUBTS_ARE_LISTED.holds(found || listed, "delivery %d is %s", delivery, row.state);
    }

    private boolean isBorneOut(DeliveryRow row, List<Taken> texts) {
        boolean othersExplained = texts.stream()
                .allMatch(taken -> row.holds(taken.token) || notFound.contains(taken.token) || taken.hasExpired());
        var own = texts.stream().filter(taken -> row.holds(taken.token)).findFirst();
        return othersExplained
                && switch (row.state) {
                    case WAITING, CLAIMED, SENDING, CHECKING -> false;
                    case NOT_CONFIRMED -> row.token != null && notFound.contains(row.token);
                    case SKIPPED, CANCELED -> own.isEmpty();
                    case SENT -> own.filter(taken -> !taken.status.isOver()).isPresent();
                    case DELIVERED ->
                        own.filter(taken -> taken.arrivedAt != null).isPresent();
                    case FAILED ->
                        own.map(taken -> taken.arrivedAt == null && taken.status.isOver())
                                .orElse(row.carrierId == null);
                };
    }
}
