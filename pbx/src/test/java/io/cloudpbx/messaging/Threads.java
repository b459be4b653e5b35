package io.cloudpbx.messaging;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.forgetting.store.ForgettingRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Conversations and the people they are with, on a database of their own. */
final class Threads implements AutoCloseable {
    static final PhoneNumber OURS = new PhoneNumber("+18335550100");

    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());

    @ComponentScan(
            basePackageClasses = {Contacts.class, ConversationRows.class},
            excludeFilters = {
                @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
                @Filter(type = FilterType.REGEX, pattern = ".*(Test|AddressBook)(\\$.*)?")
            })
    @ComponentScan(
            basePackageClasses = Jobs.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Jobs|JobRows)"))
    @Import({
        Conversations.class,
        PeopleChanged.class,
        UnusedUploads.class,
        Forgetting.class,
        ForgettingRows.class,
        AuditLog.class,
        Audit.class
    })
    static class Slice {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    TransactionTemplate transaction() {
        return bean(TransactionTemplate.class);
    }

    /** The conversation with whoever has this number, as an arriving text finds it. */
    UUID with(PhoneNumber number) {
        return transaction()
                .execute(status ->
                        bean(Conversations.class).lockWith(number.e164()).id());
    }

    @Override
    public void close() {
        context.close();
    }
}
