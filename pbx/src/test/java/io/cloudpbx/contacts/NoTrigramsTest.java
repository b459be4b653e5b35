package io.cloudpbx.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.TestDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of somebody else's, who lets us make tables and no extensions. */
class NoTrigramsTest {
    private final JdbcClient administration = TestDatabase.fresh().jdbc();
    private final String name =
            "test_guest_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void aGuest() {
        administration.sql("create role " + name + " login password 'guest'").update();
        administration.sql("create database " + name).update();
        asAdministrator().sql("grant create, usage on schema public to " + name).update();
    }

    @AfterEach
    void leave() {
        administration.sql("drop database " + name + " with (force)").update();
        administration.sql("drop role " + name).update();
    }

    @Test
    void contacts_are_kept_and_found_without_the_index() {
        TestDatabase guest =
                new TestDatabase(url().replaceAll("user=[^&]*&password=[^&]*", "user=" + name + "&password=guest"));
        Flyway.configure().dataSource(guest.dataSource()).load().migrate();

        assertThat(asAdministrator()
                        .sql("select count(*) from pg_extension where extname = 'pg_trgm'")
                        .query(Integer.class)
                        .single())
                .isZero();
        try (var book = new AddressBook(guest)) {
            UUID id = book.contacts().add(AddressBook.person("José García", AddressBook.number(130)));
            assertThat(book.contacts().matching("garcia jose", 5)).containsExactly(id);
            assertThat(book.contacts().matching("garcia 999", 5)).isEmpty();
            assertThat(book.contacts().matching("555-0130", 5)).containsExactly(id);
        }
    }

    private JdbcClient asAdministrator() {
        return new TestDatabase(url()).jdbc();
    }

    private String url() {
        return TestDatabase.fresh().url().replaceFirst("/test_[0-9a-f]+\\?", "/" + name + "?");
    }
}
