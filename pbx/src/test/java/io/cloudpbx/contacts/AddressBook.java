package io.cloudpbx.contacts;

import com.zaxxer.hikari.HikariDataSource;
import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a database of its own, with the news it told. */
final class AddressBook implements AutoCloseable {
    static final SignedIn DANA = new SignedIn(UUID.randomUUID(), "Dana Reyes", "dana@harbordental.example", Role.OWNER);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    AddressBook() {
        this(TestDatabase.fresh());
    }

    AddressBook(TestDatabase database) {
        context.registerBean(DataSource.class, () -> pool(database));
        context.register(Module.class);
        context.refresh();
    }

    private static HikariDataSource pool(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        return pool;
    }

    @Configuration
    @EnableTransactionManagement
    @ComponentScan(
            basePackageClasses = Contacts.class,
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?")
            })
    @Import({AuditLog.class, Audit.class, News.class})
    static class Module {
        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    static class News {
        private final List<Object> told = new CopyOnWriteArrayList<>();

        @EventListener(
                classes = {ContactChanged.class, ContactsMerged.class, ContactDeleted.class, OptOutChanged.class})
        void on(Object event) {
            told.add(event);
        }
    }

    static PhoneNumber number(int last) {
        return new PhoneNumber("+1415555%04d".formatted(last));
    }

    static ContactDetails person(String name, PhoneNumber... numbers) {
        return new ContactDetails(name, "", "", List.of(numbers), Map.of(), "");
    }

    Contacts contacts() {
        return context.getBean(Contacts.class);
    }

    OptOuts optOuts() {
        return context.getBean(OptOuts.class);
    }

    Consents consents() {
        return context.getBean(Consents.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    MovableClock clock() {
        return context.getBean(MovableClock.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(DataSourceTransactionManager.class));
    }

    List<Object> news() {
        return context.getBean(News.class).told;
    }

    @Override
    public void close() {
        context.close();
    }
}
