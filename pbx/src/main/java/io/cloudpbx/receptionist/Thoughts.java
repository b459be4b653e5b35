package io.cloudpbx.receptionist;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is being thought about, one turn per call: whoever waits may lose patience and come back for it, and whoever asks twice
 * is not thought about twice. Nothing here is needed again: a node that knows nothing of a thought decides without a model.
 */
public final class Thoughts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Thoughts.class);

    /** Longer than any turn; the end of a call may be told to another node. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final ReceptionistMind mind;
    private final ReceptionistMind offline;
    private final Map<UUID, UnderWay> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("receptionist-", 0).factory());

    Thoughts(ReceptionistMind mind, ReceptionistMind offline) {
        this.mind = mind;
        this.offline = offline;
    }

    private record UnderWay(int turn, long begun, Future<Decided> thought) {
        boolean isForgotten() {
            return System.nanoTime() - begun > MEMORY.toNanos();
        }
    }

    /**
     * Thinks about a turn, or goes on to.
     *
     * @return empty when it takes longer than the patience; then see {@link #underWay}
     */
    public Optional<Decided> about(UUID call, int turn, CallerTurn said, Duration patience) {
        return about(new Turn(call, turn), said, patience, Aloud.NOT_YET);
    }

    /** A turn of a call. */
    public record Turn(UUID call, int number) {}

    /** The same, and the beginning of an answer is said as soon as it is known. */
    public Optional<Decided> about(Turn turn, CallerTurn said, Duration patience, Aloud aloud) {
        underWay.values().removeIf(UnderWay::isForgotten);
        var begun = underWay.compute(turn.call(), (id, present) -> {
            if (present != null && present.turn() == turn.number()) {
                return present;
            }
            drop(present);
            return new UnderWay(turn.number(), System.nanoTime(), threads.submit(() -> mind.decide(said, aloud)));
        });
        return await(begun, patience, said);
    }

    /** What has become of a thought that was begun here; empty when there is none, or it takes longer than the patience. */
    public Optional<Decided> underWay(UUID call, int turn, Duration patience) {
        return Optional.ofNullable(underWay.get(call))
                .filter(present -> present.turn() == turn)
                .flatMap(present -> await(present, patience, null));
    }

    private Optional<Decided> await(UnderWay begun, Duration patience, @Nullable CallerTurn said) {
        try {
            return Optional.of(begun.thought().get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException notInTime) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException broken) {
            LOG.error("The receptionist could not think, so it decides without a model", broken.getCause());
            return Optional.ofNullable(said).map(turn -> withoutModel(turn, "broken"));
        }
    }

    /** At once. @param why in a word, for people who ask later */
    public Decided withoutModel(CallerTurn said, String why) {
        return offline.decide(said).after(Consulted.notAsked(why));
    }

    public boolean areAbout(UUID call) {
        return underWay.containsKey(call);
    }

    /** The call is over. */
    public void forget(UUID call) {
        drop(underWay.remove(call));
    }

    private static void drop(@Nullable UnderWay present) {
        if (present != null) {
            present.thought().cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
