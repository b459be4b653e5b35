package io.cloudpbx.campaigns.send;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign under way, as rows that no program wrote. */
record RunningCampaign(JdbcClient jdbc, UUID id) {
    static RunningCampaign of(JdbcClient jdbc, UUID id, PhoneNumber... senders) {
        return of(jdbc, id, TextKind.MARKETING, senders);
    }

    static RunningCampaign of(JdbcClient jdbc, UUID id, TextKind kind, PhoneNumber... senders) {
        jdbc.sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by)
                        values (:id, 'Autumn', 'Hello', :kind, 'at_most_once', 'running', now(), 'Dana')""")
                .param("id", id)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .update();
        jdbc.sql("""
                        insert into campaign_sender (campaign_id, position, number)
                        select :id, place - 1, number from unnest(:numbers::text[]) with ordinality as given (number, place)""")
                .param("id", id)
                .param(
                        "numbers",
                        List.of(senders).stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
        return new RunningCampaign(jdbc, id);
    }

    /** So many people who wait, in the order of their numbers, from {@code +12125550101}. */
    RunningCampaign inviting(int people, Instant due) {
        jdbc.sql("""
                        insert into delivery (campaign_id, to_number, due_at, changed_at)
                        select :id, '+1212555' || lpad((100 + person)::text, 4, '0'), :due::timestamptz, :due::timestamptz
                        from generate_series(1, :people) as person order by person""")
                .param("id", id)
                .param("people", people)
                .param("due", due.toString())
                .update();
        return this;
    }
}
