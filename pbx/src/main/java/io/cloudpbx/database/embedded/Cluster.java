package io.cloudpbx.database.embedded;

import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The data directory and the files beside it: made once, checked at every start. */
record Cluster(Path home, Programs programs) {
    static final String SUPERUSER = "postgres";

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("server.log");
    }

    /** Makes the data directory unless it is there; one whose making was interrupted is made again from the start. */
    void create() throws IOException, InterruptedException {
        if (Files.exists(data())) {
            requireReadableVersion();
            return;
        }
        Path partial = home.resolve("data.partial");
        Permissions.deleteTree(partial);
        Files.createDirectory(partial);
        programs.account().own(partial);
        initialise(partial);
        Files.move(partial, data());
    }

    String password() throws IOException {
        Path file = home.resolve("password");
        if (Files.notExists(file)) {
            throw new CannotStart(
                    "The file %s with the database's password is gone: put it back from a backup.".formatted(file));
        }
        return Files.readString(file).strip();
    }

    /** The port of the last start if nobody else has taken it since, so that addresses stay what they were. */
    int choosePort() throws IOException {
        Path file = home.resolve("port");
        if (Files.exists(file)) {
            int last = Integer.parseInt(Files.readString(file).strip());
            if (isFree(last)) {
                return last;
            }
        }
        int port = anyFreePort();
        Permissions.privateFile(file, port + "\n");
        return port;
    }

    private void requireReadableVersion() throws IOException {
        String version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!version.equals(programs.binaries().major())) {
            throw new CannotStart(
                    "The database in %s was written by PostgreSQL %s, and this program brings PostgreSQL %s:"
                                    .formatted(
                                            data(), version, programs.binaries().major())
                            + " export it with the CloudPBX that wrote it, and import it here.");
        }
    }

    private void initialise(Path directory) throws IOException, InterruptedException {
        Permissions.privateFile(home.resolve("password"), newPassword() + "\n");
        Path handedOver = home.resolve("password.initdb");
        Permissions.privateFile(handedOver, password() + "\n");
        programs.account().own(handedOver);
        Programs.Ended initdb = programs.run("initdb", initialisation(directory, handedOver));
        Files.delete(handedOver);
        if (initdb.code() != 0) {
            throw new CannotStart(
                    "PostgreSQL could not create its data directory in %s: %s".formatted(home, initdb.output()));
        }
    }

    /** The built-in collation: no update of a system library can ever break an index. */
    private static List<String> initialisation(Path directory, Path password) {
        return List.of(
                "-D",
                directory.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                // Nobody guesses 256 random bits, however fast; stretching them would only slow each connection down.
                "-c",
                "scram_iterations=1",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions");
    }

    private static String newPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
