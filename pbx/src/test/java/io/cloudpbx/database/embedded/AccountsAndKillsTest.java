package io.cloudpbx.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.security.auth.module.UnixSystem;
import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root, other users, and what remains when the program is killed; below {@code /tmp}, which every user may enter. */
class AccountsAndKillsTest {
    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String[] AS_NOBODY = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"};

    private static Path classes = TEMP;

    private final Homes homes = new Homes();

    @BeforeAll
    static void copyClasses() throws IOException {
        classes = Files.createTempDirectory("cloudpbx-test-classes");
        Child.copyClasses(classes);
    }

    @AfterAll
    static void removeClasses() throws IOException {
        Permissions.deleteTree(classes);
    }

    @AfterEach
    void removeHomes() throws IOException {
        homes.close();
    }

    @Test
    void when_the_program_is_killed_the_server_ends_and_the_next_start_finds_every_commit() throws Exception {
        Path home = homes.below(TEMP);
        try (Child child = Child.start(classes, home)) {
            commit(child.word(), "here");
            ProcessHandle server = PidFile.in(home.resolve("data")).server().orElseThrow();
            child.kill();
            if (Machine.real().program("setpriv").isPresent()) {
                await().until(() -> !server.isAlive());
            }
        }
        try (var next = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            assertThat(EmbeddedPostgresTest.one(next, "select word from kept")).isEqualTo("here");
        }
    }

    @Test
    void when_program_and_server_are_killed_together_the_next_start_recovers() throws Exception {
        Path home = homes.below(TEMP);
        try (Child child = Child.start(classes, home)) {
            commit(child.word(), "here");
            ProcessHandle server = PidFile.in(home.resolve("data")).server().orElseThrow();
            server.destroyForcibly();
            child.kill();
        }
        try (var next = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            assertThat(EmbeddedPostgresTest.one(next, "select word from kept")).isEqualTo("here");
        }
    }

    @Test
    void a_server_that_outlived_its_program_gives_way_to_the_next_start() throws Exception {
        Path home = homes.below(TEMP);
        try (Child child = Child.startImmortal(classes, home)) {
            commit(child.word(), "here");
            ProcessHandle server = PidFile.in(home.resolve("data")).server().orElseThrow();
            child.kill();
            assertThat(server.isAlive()).isTrue();
            try (var next = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
                assertThat(EmbeddedPostgresTest.one(next, "select word from kept"))
                        .isEqualTo("here");
                // The operating system may take a moment to forget a process whose parent is gone.
                await().until(() -> !server.isAlive());
            }
        }
    }

    @Test
    void an_ordinary_user_runs_it_under_his_own_account() throws Exception {
        assumeRoot();
        Path home = homes.below(TEMP);
        Files.setAttribute(home, "unix:uid", 65534);
        try (Child child = Child.start(classes, home, AS_NOBODY)) {
            String word = child.word();
            assertThat(word).startsWith("ready ");
            commit(word, "here");
            ProcessHandle server = PidFile.in(home.resolve("data")).server().orElseThrow();
            child.kill();
            await().until(() -> !server.isAlive());
        }
        // Root then finds the data of an ordinary user, and leaves it his.
        try (var next = EmbeddedPostgres.start(home, ServerOptions.forProduction())) {
            assertThat(EmbeddedPostgresTest.one(next, "select word from kept")).isEqualTo("here");
            assertThat(Files.getOwner(home.resolve("data")).getName()).isEqualTo("nobody");
        }
    }

    @Test
    void a_directory_of_somebody_else_is_refused_with_a_sentence() throws Exception {
        assumeRoot();
        Path home = homes.below(TEMP);
        EmbeddedPostgres.start(home, ServerOptions.forTests()).close();
        try (Child child = Child.start(classes, home, AS_NOBODY)) {
            assertThat(child.word()).startsWith("refused ").contains("belongs to another user", "CLOUDPBX_DATA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runuser", "su"})
    void as_root_without_setpriv_another_way_down_is_found(String way) throws Exception {
        assumeRoot();
        Path home = homes.below(TEMP);
        Machine machine = with(way);
        try (var server = EmbeddedPostgres.start(home, ServerOptions.forTests(), machine)) {
            assertThat(EmbeddedPostgresTest.one(server, "select 1")).isEqualTo("1");
        }
        assertThat(PidFile.in(home.resolve("data")).server()).isEmpty();
    }

    @Test
    void as_root_with_no_way_down_a_sentence_says_what_to_do() throws Exception {
        assumeRoot();
        Path home = homes.below(TEMP);
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, ServerOptions.forTests(), name -> Optional.empty()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not run as root")
                .hasMessageContaining("install util-linux");
    }

    @Test
    void below_a_directory_that_only_root_may_enter_it_runs_all_the_same() throws Exception {
        assumeRoot();
        Path closed = Files.createTempDirectory(TEMP, "cloudpbx-closed");
        try {
            Path home = homes.below(closed.resolve("inside"));
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            try (var server = EmbeddedPostgres.start(home, ServerOptions.forTests())) {
                assertThat(EmbeddedPostgresTest.one(server, "select 1")).isEqualTo("1");
            }
            Machine machine = with("runuser");
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, ServerOptions.forTests(), machine))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("may not enter " + closed);
        } finally {
            homes.close();
            Permissions.deleteTree(closed);
        }
    }

    private static void assumeRoot() {
        assumeThat(new UnixSystem().getUid())
                .as("these cases are about being root")
                .isZero();
    }

    private static Machine with(String program) {
        return name -> Set.of(program, "setsid").contains(name) ? Machine.real().program(name) : Optional.empty();
    }

    private static void commit(String word, String kept) throws Exception {
        String[] parts = word.split(" ");
        try (var connection = DriverManager.getConnection(parts[1], Cluster.SUPERUSER, parts[2]);
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('" + kept + "')");
        }
    }
}
