package io.cloudpbx.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A slice of the program with a database of its own: what its statements and transactions run on, to which a test adds the beans it is
 * about. Without a stereotype, so that the whole program does not find it when tests start that.
 */
@EnableTransactionManagement
public class DatabaseSlice {
    /** @param beans a class that names the slice's own */
    public static AnnotationConfigApplicationContext of(Class<?> beans, TestDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool(database));
        context.register(DatabaseSlice.class, beans);
        context.refresh();
        return context;
    }

    private static HikariDataSource pool(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        return pool;
    }

    @Bean
    JdbcClient jdbc(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    DataSourceTransactionManager transactions(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
