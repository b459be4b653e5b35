package io.cloudpbx.calls.outage;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.Sealed;
import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.json.PlanReader;
import io.cloudpbx.callflow.json.PlanWriter;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The snapshot in the data folder, for a start at which the database is away. It says where people are called, so it is sealed: nobody
 * without the key reads it, or sends our callers elsewhere.
 */
@Component
class SnapshotFile {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);
    private static final String NAME = "routing-snapshot";

    /**
     * What an older version wrote, or a newer one before it was put back, is read as far as it is known. Values are what they are made of:
     * what else they can be asked is not written.
     */
    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(usual -> usual.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private final Path file;
    private final Sealed sealed;

    SnapshotFile(AccessSettings settings, Sealed sealed) {
        this.file = settings.data().resolve(NAME);
        this.sealed = sealed;
    }

    private record Direct(PhoneNumber number, String ext) {}

    private record Written(
            Instant takenAt,
            int version,
            JsonNode plan,
            List<Closure> closures,
            CompanySettings company,
            List<Callee> people,
            List<Direct> direct,
            boolean recorded,
            boolean peopleRecorded) {}

    /** Written beside and then put in place, on disk before it counts: nobody reads half of one. */
    void write(RoutingSnapshot snapshot) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, NAME, ".new");
        try {
            Files.write(fresh, sealed.seal(JSON.writeValueAsBytes(written(snapshot)), NAME));
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Written written(RoutingSnapshot snapshot) {
        return new Written(
                snapshot.takenAt(),
                snapshot.version(),
                PlanWriter.write(snapshot.plan()),
                snapshot.closures(),
                snapshot.company(),
                snapshot.people(),
                snapshot.direct().entrySet().stream()
                        .map(entry -> new Direct(entry.getKey(), entry.getValue()))
                        .toList(),
                snapshot.recorded(),
                snapshot.peopleRecorded());
    }

    /** Empty when there is none, or none that can be read. */
    Optional<RoutingSnapshot> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var written = JSON.readValue(sealed.open(Files.readAllBytes(file), NAME), Written.class);
            return Optional.of(new RoutingSnapshot(
                    written.takenAt(),
                    written.version(),
                    PlanReader.read(written.plan()),
                    written.closures(),
                    written.company(),
                    written.people(),
                    direct(written.direct()),
                    written.recorded(),
                    written.peopleRecorded()));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn(
                    "The routing snapshot {} cannot be read and is written anew when the database answers",
                    file,
                    unreadable);
            return Optional.empty();
        }
    }

    private static Map<PhoneNumber, String> direct(List<Direct> written) {
        return written.stream().collect(Collectors.toMap(Direct::number, Direct::ext));
    }
}
