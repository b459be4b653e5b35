package io.cloudpbx.dialing.help;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.Sealed;
import io.cloudpbx.dialing.HelpCalled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls for help that the database did not take, in the data folder, until it does. Phones of people stand in it, so it is sealed. */
@Component
class AlarmFile {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmFile.class);
    private static final String NAME = "help-calls";
    /** Values are what they are made of. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(usual -> usual.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private final Path file;
    private final Sealed sealed;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<HelpCalled> kept = new CopyOnWriteArrayList<>();

    AlarmFile(AccessSettings settings, Sealed sealed) {
        this.file = settings.data().resolve(NAME);
        this.sealed = sealed;
        kept.addAll(onDisk());
    }

    private List<HelpCalled> onDisk() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Arrays.asList(JSON.readValue(sealed.open(Files.readAllBytes(file), NAME), HelpCalled[].class));
        } catch (IOException | RuntimeException unreadable) {
            LOG.error("Calls for help that were kept in {} cannot be read", file, unreadable);
            return List.of();
        }
    }

    List<HelpCalled> all() {
        return List.copyOf(kept);
    }

    /** What is not on disk is remembered all the same. */
    void keep(HelpCalled call) {
        writing.lock();
        try {
            kept.add(call);
            write();
        } finally {
            writing.unlock();
        }
    }

    void forget(HelpCalled call) {
        writing.lock();
        try {
            kept.remove(call);
            write();
        } finally {
            writing.unlock();
        }
    }

    /** Beside it and then in its place, on disk before it counts: nobody reads half of one. */
    private void write() {
        try {
            if (kept.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = folder.resolve(NAME + ".new");
            var left = ByteBuffer.wrap(sealed.seal(JSON.writeValueAsBytes(kept), NAME));
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            LOG.error("Calls for help are not on disk and are lost with the next crash", full);
        }
    }
}
