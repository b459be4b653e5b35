package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.jobs.Recurring;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many deliveries of which the carrier never told us, as while we were away, at a carrier that lists them. */
class LostCallbacksTest {
    private static final int LOST = 230;
    private static final String WORDS = "Winter is here, and nobody hears of it.";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final TwilioRestClient console = programs.bean(TwilioRestClient.class);
    private final JdbcClient jdbc = programs.bean(JdbcClient.class);

    @Test
    void are_found_in_its_lists() {
        List<Message> texts = IntStream.range(0, LOST)
                .mapToObj(LostCallbacksTest::person)
                .map(person -> Message.creator(new PhoneNumber(person), new PhoneNumber(Outside.MAIN_NUMBER), WORDS)
                        .create(console))
                .toList();
        await().untilAsserted(() -> assertThat(delivered()).isEqualTo(LOST));
        UUID campaign = UUID.randomUUID();
        jdbc.sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by)
                        values (:id, 'Winter', 'Winter is here.', 'marketing', 'at_most_once', 'done', now(), 'Dana')""").param("id", campaign).update();
        texts.forEach(text -> deliveryOf(text, campaign));

        sweep();

        assertThat(states(campaign)).as("more than are asked about one by one").containsExactly("delivered");
    }

    private long delivered() {
        var sent =
                Message.reader().setFrom(new PhoneNumber(Outside.MAIN_NUMBER)).setPageSize(1_000L);
        return StreamSupport.stream(sent.read(console).spliterator(), false)
                .filter(text -> text.getBody().equals(WORDS) && text.getStatus() == Message.Status.DELIVERED)
                .count();
    }

    private static String person(int number) {
        return "+16265550%03d".formatted(number);
    }

    /** It left when the carrier took it, and nothing was heard of it for an hour. */
    private void deliveryOf(Message text, UUID campaign) {
        jdbc.sql("""
                        with taken as (
                            insert into delivery (campaign_id, to_number, due_at, state, token, sender, carrier_id, carrier_status,
                                status_rank, sent_at, changed_at)
                            values (:campaign, :to, now(), 'sent', :token, :sender, :sid, 'queued', 2,
                                :at::timestamptz, now() - interval '1 hour')
                            returning id)
                        insert into delivery_attempt (token, delivery_id, sender, started_at, state, carrier_id)
                        select :token, id, :sender, :at::timestamptz, 'accepted', :sid from taken""")
                .param("campaign", campaign)
                .param("to", text.getTo())
                .param("token", "lost " + text.getSid())
                .param("sender", Outside.MAIN_NUMBER)
                .param("sid", text.getSid())
                .param("at", text.getDateCreated().toInstant().toString())
                .update();
    }

    private List<String> states(UUID campaign) {
        return jdbc.sql("select distinct state from delivery where campaign_id = :id")
                .param("id", campaign)
                .query((row, index) -> row.getString("state"))
                .list();
    }

    private void sweep() {
        programs.beans(Recurring.class).stream()
                .filter(each -> each.name().equals("campaigns.quiet"))
                .findFirst()
                .orElseThrow()
                .run();
    }
}
