package io.cloudpbx.database.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * How the server is set.
 *
 * @param durable every commit is on disk before it is answered; only tests, whose data nobody misses, do without
 * @param connections at most so many at once
 */
public record ServerOptions(boolean durable, int connections) {
    public static ServerOptions forProduction() {
        return new ServerOptions(true, 100);
    }

    public static ServerOptions forTests() {
        return new ServerOptions(false, 300);
    }

    List<String> arguments(int port) {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + connections,
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] ",
                // For passwords that people choose; ours was made before the server first started.
                "scram_iterations=4096",
                // Statements are planned for tables as they were when last looked at, and a campaign fills them within
                // a minute.
                "autovacuum_naptime=10s"));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings.stream()
                .flatMap(setting -> List.of("-c", setting).stream())
                .toList();
    }
}
