package io.cloudpbx.database.embedded;

import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own on loopback, whose data outlives the program: the next start finds it, whether this one ended
 * by a stop or by {@code kill -9}. It ends with the program.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final HomeLock lock;
    private final Server server;

    private EmbeddedPostgres(HomeLock lock, Server server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Returns when the server takes connections.
     *
     * @param home where server and data are, or are to be
     * @throws CannotStart when another program uses this directory, or the server cannot be run here
     */
    public static EmbeddedPostgres start(Path home, ServerOptions options) {
        return start(home, options, Machine.real());
    }

    static EmbeddedPostgres start(Path home, ServerOptions options, Machine machine) {
        try {
            Path absolute = home.toAbsolutePath().normalize();
            Permissions.openDirectory(absolute);
            return startLocked(absolute, options, machine);
        } catch (AccessDeniedException denied) {
            throw new CannotStart(
                    "%s belongs to another user: start CloudPBX as that user, or choose another directory"
                                    .formatted(denied.getFile())
                            + " with CLOUDPBX_DATA.",
                    denied);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + home, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of PostgreSQL was interrupted.", interrupted);
        }
    }

    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    public String user() {
        return Cluster.SUPERUSER;
    }

    public String password() {
        return server.password();
    }

    @Override
    public void close() {
        try (lock) {
            server.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL could not be stopped.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedPostgres startLocked(Path home, ServerOptions options, Machine machine)
            throws IOException, InterruptedException {
        HomeLock lock = HomeLock.take(home);
        boolean started = false;
        try {
            removeHalfUnpacked(home);
            Cluster cluster =
                    new Cluster(home, new Programs(Binaries.unpackedBelow(home), Account.forServerIn(home, machine)));
            cluster.create();
            Server server = new Server(cluster, options);
            server.start();
            started = true;
            return new EmbeddedPostgres(lock, server);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static void removeHalfUnpacked(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            List<Path> partial = entries.filter(path -> path.toString().endsWith(".partial"))
                    .filter(Files::isDirectory)
                    .toList();
            for (Path path : partial) {
                Permissions.deleteTree(path);
            }
        }
    }
}
