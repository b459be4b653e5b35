package io.cloudpbx.calls.outage;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.Sealed;
import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened in calls while the database could not be asked, in the data folder, a line each: on disk before the carrier is
 * answered, and gone from here when it is in the database. Numbers of callers stand in it, so lines are sealed.
 */
@Component
public class Logbook {
    private static final Logger LOG = LoggerFactory.getLogger(Logbook.class);
    private static final String NAME = "outage-logbook";
    private static final JsonMapper JSON = SnapshotFile.JSON;

    private final Path file;
    private final Path refused;
    private final Sealed sealed;
    private final ReentrantLock pages = new ReentrantLock();
    private final Deque<Noted> pending = new ArrayDeque<>();
    private final Map<CarrierId, List<Noted>> byCall = new ConcurrentHashMap<>();
    private final Map<Behind, Set<CarrierId>> ringing = new ConcurrentHashMap<>();

    Logbook(AccessSettings settings, Sealed sealed) {
        this.file = settings.data().resolve(NAME);
        this.refused = settings.data().resolve(NAME + "-refused");
        this.sealed = sealed;
        keptOnDisk().forEach(this::remember);
    }

    private List<Noted> keptOnDisk() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                            .filter(line -> !line.isEmpty())
                            .flatMap(line -> read(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            LOG.error("The logbook of calls without the database cannot be read: {}", file, unreadable);
            return List.of();
        }
    }

    /** The last line is torn when the machine stopped while it was written: nobody was answered by it. */
    private Optional<Noted> read(String line) {
        try {
            return Optional.of(JSON.readValue(sealed.open(Base64.getDecoder().decode(line), NAME), Noted.class));
        } catch (RuntimeException torn) {
            LOG.warn("A line of the logbook {} cannot be read", file, torn);
            return Optional.empty();
        }
    }

    private void remember(Noted noted) {
        pending.add(noted);
        byCall.computeIfAbsent(noted.call(), call -> new CopyOnWriteArrayList<>())
                .add(noted);
        if (noted.what() instanceof Noted.Step step && step.change().place() == Place.RINGING) {
            ringing.computeIfAbsent(Behind.of(step.from(), step.to()), caller -> ConcurrentHashMap.newKeySet())
                    .add(noted.call());
        }
    }

    /** Whose calls are alike: a caller's, or those of withheld callers to one number. */
    private record Behind(
            @Nullable PhoneNumber from, @Nullable PhoneNumber to) {
        static Behind of(@Nullable PhoneNumber from, @Nullable PhoneNumber to) {
            return new Behind(from, from == null ? to : null);
        }
    }

    /** @throws IOException when it is not on disk; it is remembered all the same */
    public void note(Noted noted) throws IOException {
        pages.lock();
        try {
            remember(noted);
            append(file, noted);
        } finally {
            pages.unlock();
        }
    }

    /** Begins on a line of its own, whatever was torn before it. */
    private void append(Path to, Noted noted) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        String entry = Base64.getEncoder().encodeToString(sealed.seal(JSON.writeValueAsBytes(noted), NAME));
        var left = ByteBuffer.wrap(("\n" + entry + "\n").getBytes(StandardCharsets.US_ASCII));
        try (var channel = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(false);
        }
    }

    /** What was noted of a call, in order. */
    List<Noted> of(CarrierId call) {
        return byCall.getOrDefault(call, List.of());
    }

    /** Calls of the same caller, or of withheld callers to the same number, that ring phones outside or did. */
    Set<CarrierId> ringing(@Nullable PhoneNumber from, @Nullable PhoneNumber to) {
        return ringing.getOrDefault(Behind.of(from, to), Set.of());
    }

    public boolean isEmpty() {
        pages.lock();
        try {
            return pending.isEmpty();
        } finally {
            pages.unlock();
        }
    }

    /**
     * Gives away all that is noted, in order.
     *
     * @param keeper what it throws leaves that entry and those after it here; nobody who notes something waits for it
     * @param rightThen done when nothing is left, before anything is added again
     */
    public void handOver(Consumer<Noted> keeper, Runnable rightThen) {
        while (!closed(rightThen)) {
            keeper.accept(first());
            removeFirst();
        }
    }

    private Noted first() {
        pages.lock();
        try {
            return pending.getFirst();
        } finally {
            pages.unlock();
        }
    }

    private void removeFirst() {
        pages.lock();
        try {
            pending.removeFirst();
        } finally {
            pages.unlock();
        }
    }

    /** Empty, and so the end of it. */
    private boolean closed(Runnable rightThen) {
        pages.lock();
        try {
            if (!pending.isEmpty()) {
                return false;
            }
            Files.deleteIfExists(file);
            byCall.clear();
            ringing.clear();
            rightThen.run();
            return true;
        } catch (IOException undeletable) {
            LOG.error(
                    "The logbook {} cannot be deleted; after a restart it is written to the database again",
                    file,
                    undeletable);
            rightThen.run();
            return true;
        } finally {
            pages.unlock();
        }
    }

    /** What the database will never take is kept for whoever looks into it. */
    public void setAside(Noted noted) {
        try {
            append(refused, noted);
        } catch (IOException full) {
            LOG.error("What happened in call {} without the database is lost", noted.call(), full);
        }
    }
}
