package io.cloudpbx.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    private final Homes homes = new Homes();
    private Path home = Path.of("");

    @BeforeEach
    void makeHome() throws IOException {
        home = homes.fresh();
    }

    @AfterEach
    void removeHome() throws IOException {
        homes.close();
    }

    @Test
    void data_is_there_after_a_stop_and_a_start_and_the_port_stays() throws Exception {
        String address;
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            address = server.jdbcUrl("postgres");
            execute(server, "create table kept (word text)");
            execute(server, "insert into kept values ('here')");
        }
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            assertThat(one(server, "select word from kept")).isEqualTo("here");
            assertThat(server.jdbcUrl("postgres")).isEqualTo(address);
        }
    }

    @Test
    void our_own_password_is_long_enough_to_be_hashed_once_and_those_of_people_are_stretched() throws Exception {
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            execute(server, "create role ana password 'harbor'");
            String iterations =
                    "select split_part(split_part(rolpassword, '$', 2), ':', 1) from pg_authid where rolname = '%s'";
            assertThat(one(server, iterations.formatted("postgres"))).isEqualTo("1");
            assertThat(one(server, iterations.formatted("ana"))).isEqualTo("4096");
        }
    }

    @Test
    void every_commit_is_on_disk_pages_are_checked_and_only_this_machine_may_connect() throws Exception {
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            assertThat(one(server, "show fsync")).isEqualTo("on");
            assertThat(one(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(server, "show full_page_writes")).isEqualTo("on");
            assertThat(one(server, "show data_checksums")).isEqualTo("on");
            assertThat(one(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(server, "select datlocprovider from pg_database where datname = 'postgres'"))
                    .isEqualTo("b");
        }
    }

    @Test
    void a_wrong_password_is_refused_and_the_right_one_is_for_our_eyes_only() throws Exception {
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forTests())) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(modeOf("password")).isEqualTo("rw-------");
            assertThat(modeOf("port")).isEqualTo("rw-------");
            assertThat(modeOf("data")).isEqualTo("rwx------");
            assertThat(home.resolve("password.initdb")).doesNotExist();
        }
    }

    @Test
    void a_second_server_on_the_same_home_is_refused_with_a_sentence() throws Exception {
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forTests())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, ServerOptions.forTests()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another CloudPBX")
                    .hasMessageContaining("CLOUDPBX_DATA");
            assertThat(one(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_pid_file_whose_number_now_belongs_to_another_program_does_not_stop_the_start() throws Exception {
        EmbeddedPostgres.start(home, ServerOptions.forTests()).close();
        Account account = Account.forServerIn(home, Machine.real());
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of("tail", "-f", "/dev/null"));
        Process stranger = new ProcessBuilder(command).start();
        try {
            Path pidFile = home.resolve("data/postmaster.pid");
            Files.writeString(pidFile, stranger.pid() + "\n" + home.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");
            account.own(pidFile);
            try (var server = EmbeddedPostgres.start(home, ServerOptions.forTests())) {
                assertThat(one(server, "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_server_killed_while_it_runs_is_started_again_with_all_that_was_committed() throws Exception {
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            execute(server, "create table kept (word text)");
            execute(server, "insert into kept values ('here')");
            kill(serverPid());
            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(one(server, "select word from kept")).isEqualTo("here"));
        }
    }

    @Test
    void data_of_another_major_version_is_refused_with_a_sentence() throws Exception {
        EmbeddedPostgres.start(home, ServerOptions.forTests()).close();
        Files.writeString(home.resolve("data/PG_VERSION"), "14\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, ServerOptions.forTests()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("written by PostgreSQL 14");
    }

    @Test
    void a_start_that_was_interrupted_while_unpacking_or_creating_is_made_whole_by_the_next() throws Exception {
        Files.createDirectories(home.resolve("18.6.0.broken.partial/bin"));
        Files.createDirectories(home.resolve("data.partial/base"));
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forTests())) {
            assertThat(one(server, "select 1")).isEqualTo("1");
            assertThat(home.resolve("18.6.0.broken.partial")).doesNotExist();
            assertThat(home.resolve("data.partial")).doesNotExist();
        }
    }

    private void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    private String modeOf(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    static String one(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = connect(server);
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres server, String statement) throws SQLException {
        try (Connection connection = connect(server)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
    }
}
