package io.cloudpbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Callers who are deleted as people, on a real database. */
class ForgottenCallersTest {
    private static final PhoneNumber GONE = new PhoneNumber("+12125550147");
    private static final PhoneNumber OTHER = new PhoneNumber("+12125550148");

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(PublishingTest.Slice.class, BlockList.class, ForgottenCallers.class);
    private final Plans plans = context.getBean(Plans.class);
    private final Publishing publishing = context.getBean(Publishing.class);
    private final BlockList blockList = context.getBean(BlockList.class);

    @AfterEach
    void close() {
        context.close();
    }

    private boolean forget() {
        return Objects.requireNonNull(new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> context.getBean(ForgottenCallers.class).forget(List.of(GONE))));
    }

    /** Everything that is kept of plans, as text. */
    private String kept() {
        return context.getBean(JdbcClient.class)
                .sql("select string_agg(t, ' ') from (select v::text as t from call_plan_version v"
                        + " union all select d::text from call_plan_draft d) all_of_it")
                .query(String.class)
                .single();
    }

    private static Plan vips(PhoneNumber... numbers) {
        Map<PhoneNumber, String> starts = new LinkedHashMap<>();
        List.of(numbers).forEach(number -> starts.put(number, Place.GENERAL_MAILBOX));
        return Plan.DEFAULT.with(new Callers(Set.of(), null, starts));
    }

    private void publish(Plan plan) {
        long version = publishing
                .change(new Draft(plan, plans.draft().version()), "Dana")
                .version();
        publishing.publish(version, plans.current(), "", "Dana");
    }

    @Test
    void a_vip_leaves_what_leads_calls_what_led_them_and_the_draft_and_others_stay() {
        publish(vips(GONE, OTHER));
        publish(vips(GONE));
        publishing.change(new Draft(vips(OTHER, GONE), plans.draft().version()), "Dana");

        assertThat(forget()).isFalse();

        assertThat(kept()).doesNotContain("2125550147").contains("+12125550148");
        assertThat(plans.version(plans.current()).callers().vips()).isEmpty();
        assertThat(plans.draft().plan().callers().vips()).containsOnlyKeys(OTHER);
        assertThat(context.getBean(PlanRows.class).version(1).orElseThrow().plan())
                .isEqualTo(vips(OTHER));
    }

    @Test
    void who_is_shut_out_stays_shut_out_by_nothing_but_the_number_also_when_an_old_version_comes_back() {
        blockList.block(GONE, "Dana");
        blockList.block(OTHER, "Dana");
        int before = plans.current();

        assertThat(forget()).isTrue();

        assertThat(plans.current()).isEqualTo(before);
        assertThat(blockList.numbers()).containsExactly(GONE, OTHER);
        assertThat(plans.versions())
                .extracting(PlanVersion::note)
                .containsExactly("Blocked (212) 555-0148", "Blocked a deleted person");
        publishing.restore(1, "Dana");
        assertThat(blockList.numbers()).containsExactly(GONE);
    }

    @Test
    void who_was_let_in_again_is_forgotten_in_all_that_was() {
        blockList.block(GONE, "Dana");
        blockList.unblock(GONE, "Dana");

        assertThat(forget()).isFalse();

        assertThat(kept()).doesNotContain("2125550147").doesNotContain("555-0147");
    }

    @Test
    void of_whom_nothing_is_known_nothing_is_published() {
        publish(vips(OTHER));

        assertThat(forget()).isFalse();

        assertThat(plans.current()).isEqualTo(1);
        assertThat(plans.draft().version()).isEqualTo(1);
    }
}
