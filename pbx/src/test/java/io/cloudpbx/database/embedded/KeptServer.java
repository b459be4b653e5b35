package io.cloudpbx.database.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A program of its own that starts a server in a directory, says so, and waits to be killed. */
final class KeptServer {
    private KeptServer() {}

    /** @param arguments the server's directory, and {@code immortal} for a server that gets no death signal */
    @SuppressWarnings("SystemOut") // How the test that started it knows that it is ready.
    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(Path.of(arguments[0]), ServerOptions.forProduction(), machine(arguments));
            System.out.println("ready " + server.jdbcUrl("postgres") + " " + server.password());
            new CountDownLatch(1).await();
        } catch (RuntimeException refused) {
            System.out.println("refused " + refused.getMessage());
        }
    }

    private static Machine machine(String[] arguments) {
        return arguments.length == 1
                ? Machine.real()
                : name -> name.equals("setpriv")
                        ? Optional.empty()
                        : Machine.real().program(name);
    }
}
