package io.cloudpbx.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an earlier server left in its data directory about itself, and whether it is still true. */
record PidFile(Path path, Path data) {
    static PidFile in(Path data) {
        return new PidFile(data.resolve("postmaster.pid"), data);
    }

    /** The server that still runs on this data directory, if one does. */
    Optional<ProcessHandle> server() throws IOException {
        return process().filter(this::isServerOfThisData);
    }

    /**
     * Removes the file when its number belongs to another program, as is usual after a container restarts: PostgreSQL
     * would take that program for a server and refuse to start.
     */
    void removeIfMisleading() throws IOException {
        if (process().isPresent() && server().isEmpty()) {
            Files.deleteIfExists(path);
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        String pid = Files.readString(path).lines().findFirst().orElse("").strip();
        return pid.matches("\\d{1,10}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    private boolean isServerOfThisData(ProcessHandle process) {
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            // A server's working directory is its data directory; a zombie has none, and a stranger another.
            return Files.exists(Path.of("/proc/self"))
                    ? workingDirectory.toRealPath().equals(data.toRealPath())
                    : process.info().command().orElse("").endsWith("/postgres");
        } catch (IOException gone) {
            return false;
        }
    }
}
