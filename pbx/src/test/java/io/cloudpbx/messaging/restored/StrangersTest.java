package io.cloudpbx.messaging.restored;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.forgetting.store.ForgettingRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Conversations;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.TakenElsewhere;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.restored.Recovery.Found;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of texts that the carrier sent for us since the backup, and that nobody here waits for (R26). */
class StrangersTest {
    private static final PhoneNumber OURS = new PhoneNumber("+18335550100");
    private static final PhoneNumber KNOWN = new PhoneNumber("+12125550101");
    private static final PhoneNumber UNKNOWN = new PhoneNumber("+12125550102");
    private static final Set<TextKind> CAMPAIGNS = Set.of(TextKind.MARKETING, TextKind.INFORMATIONAL);

    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());
    private final RecoveryRows recoveries = context.getBean(RecoveryRows.class);
    private final Strangers strangers = context.getBean(Strangers.class);
    private final SentSinceBackup counted = context.getBean(SentSinceBackup.class);
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final Instant sent = Instant.parse("2026-11-20T08:20:00Z");
    private UUID thread = new UUID(0, 0);

    @ComponentScan(
            basePackageClasses = {Contacts.class, ConversationRows.class},
            excludeFilters = {
                @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
                @Filter(type = FilterType.REGEX, pattern = ".*(Test|AddressBook)(\\$.*)?")
            })
    @ComponentScan(
            basePackageClasses = {Jobs.class, Conversations.class},
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Jobs|JobRows|PeopleChanged)"))
    @Import({
        Conversations.class,
        Strangers.class,
        SentSinceBackup.class,
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

        @Bean
        Days days() {
            return new Days();
        }
    }

    /** What was counted for the days of our numbers. */
    static final class Days implements TakenElsewhere {
        private final List<String> counted = new ArrayList<>();

        @Override
        public Set<CarrierId> known(Collection<CarrierId> texts) {
            return Set.of();
        }

        @Override
        public Set<CarrierId> take(List<CarrierText> texts) {
            return Set.of();
        }

        @Override
        public void count(List<CarrierText> strangers) {
            strangers.forEach(text -> counted.add(text.id().value()));
        }
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @BeforeEach
    void restore() {
        recoveries.begin(sent.minusSeconds(300));
        thread = bean(TransactionTemplate.class)
                .execute(status ->
                        bean(Conversations.class).lockWith(KNOWN.e164()).id());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void they_are_back_in_the_conversations_there_are_and_make_no_others() {
        strangers.keep(
                recovery().id(), List.of(text("SM1", KNOWN, "Your glasses are here."), text("SM2", UNKNOWN, "Sale!")));

        assertThat(lines()).containsExactly("Your glasses are here.");
        assertThat(jdbc.sql("select carrier_status from text_message where sent_at = :sent::timestamptz")
                        .param("sent", sent.toString())
                        .query(String.class)
                        .list())
                .containsExactly("delivered");
        assertThat(jdbc.sql("select count(*) from conversation")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(recovery().found()).isEqualTo(new Found(0, 0, 2, 1, 0));
    }

    @Test
    void found_once_more_they_are_neither_told_nor_counted_twice() {
        List<CarrierText> both = List.of(text("SM1", KNOWN, "Hello"), text("SM2", UNKNOWN, "Sale!"));
        strangers.keep(recovery().id(), both);

        strangers.keep(recovery().id(), both);

        assertThat(lines()).hasSize(1);
        assertThat(recovery().found()).isEqualTo(new Found(0, 0, 2, 1, 0));
        assertThat(bean(Days.class).counted).containsExactlyInAnyOrder("SM1", "SM2");
    }

    @Test
    void each_counts_as_one_of_a_campaign_for_its_recipient_and_once_for_the_days_money() {
        strangers.keep(
                recovery().id(),
                List.of(text("SM1", KNOWN, "Hello"), text("SM2", UNKNOWN, "Sale!"), picture("SM3", UNKNOWN)));

        assertThat(counted.to(List.of(KNOWN, UNKNOWN), CAMPAIGNS, sent.minusSeconds(1)))
                .isEqualTo(Map.of(KNOWN, 1, UNKNOWN, 2));
        assertThat(counted.to(List.of(KNOWN), CAMPAIGNS, sent.plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(counted.to(List.of(KNOWN), Set.of(TextKind.INFORMATIONAL), sent.minusSeconds(1)))
                .as("it is no answer of a machine, which two could go on giving each other")
                .isEmpty();
        assertThat(counted.sentSince(sent).plus(bean(TextHistory.class).sentSince(sent)))
                .isEqualTo(new Sent(2, 1));
    }

    @Test
    void they_go_with_whoever_is_deleted_here_and_at_the_carrier() {
        strangers.keep(recovery().id(), List.of(text("SM1", KNOWN, "Hello"), text("SM2", UNKNOWN, "Sale!")));
        UUID contact = bean(Contacts.class).idReachedBy(UNKNOWN);

        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.publishEvent(new ContactDeleted(contact, List.of(UNKNOWN))));

        assertThat(bean(Forgetting.class).isForgotten(new CarrierId("SM2"))).isTrue();
        assertThat(counted.to(List.of(UNKNOWN), CAMPAIGNS, sent.minusSeconds(1)))
                .isEmpty();
        assertThat(bean(Forgetting.class).isForgotten(new CarrierId("SM1"))).isFalse();
    }

    private Recovery recovery() {
        return recoveries.open().orElseThrow();
    }

    private List<String> lines() {
        return jdbc.sql("select body from conversation_entry where conversation_id = :id")
                .param("id", thread)
                .query((row, index) -> String.valueOf(row.getString("body")))
                .list();
    }

    private CarrierText text(String id, PhoneNumber to, String body) {
        return new CarrierText(new CarrierId(id), OURS.e164(), to.e164(), body, 0, MessageStatus.DELIVERED, 0, sent);
    }

    private CarrierText picture(String id, PhoneNumber to) {
        return new CarrierText(new CarrierId(id), OURS.e164(), to.e164(), "", 1, MessageStatus.SENT, 0, sent);
    }
}
