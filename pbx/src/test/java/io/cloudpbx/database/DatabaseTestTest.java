package io.cloudpbx.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = DatabaseTestTest.NothingElse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DatabaseTest
class DatabaseTestTest {
    @Configuration(proxyBeanMethods = false)
    @Import({DatabaseConfiguration.class, DatabaseWatch.class})
    @ImportAutoConfiguration({
        FlywayAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class NothingElse {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Test
    void a_spring_test_has_a_migrated_database_of_its_own_through_the_pool_of_the_program() throws Exception {
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where not success")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select current_database()").query(String.class).single())
                .startsWith("test_");
        assertThat(dataSource.isWrapperFor(HikariDataSource.class)).isTrue();
    }

    @Test
    void who_falls_asleep_in_a_transaction_lets_go_of_what_it_holds() {
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("20s");
    }

    @Test
    void two_databases_do_not_see_each_other() {
        TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh();
        one.jdbc().sql("create table only_here (word text)").update();
        assertThat(other.jdbc()
                        .sql("select to_regclass('only_here') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
