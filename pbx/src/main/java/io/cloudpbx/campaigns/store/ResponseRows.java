package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.CampaignView.Outcomes;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code campaign_reply} and {@code campaign_opt_out}: what people did after a campaign's text. */
@Repository
public class ResponseRows {
    private final JdbcClient jdbc;

    ResponseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivery that left, and whose it was. */
    public record Left(long id, UUID campaignId) {}

    /**
     * The newest that left for somebody.
     *
     * @param from the number it left from; null for any
     */
    public Optional<Left> newest(PhoneNumber to, @Nullable PhoneNumber from, Instant since) {
        return jdbc.sql("""
                        select id, campaign_id from delivery
                        where to_number = :to and sent_at >= :since and (:from::text is null or sender = :from)
                        order by sent_at desc limit 1""")
                .param("to", to.e164())
                .param("from", from == null ? null : from.e164())
                .param("since", Columns.utc(since))
                .query((row, index) -> new Left(row.getLong("id"), row.getObject("campaign_id", UUID.class)))
                .optional();
    }

    /** Nothing happens when this text was counted before. */
    public void replied(UUID textId, Left to, Instant now) {
        jdbc.sql("""
                        insert into campaign_reply (text_id, campaign_id, delivery_id, at)
                        values (:text, :campaign, :delivery, :now) on conflict do nothing""")
                .param("text", textId)
                .param("campaign", to.campaignId())
                .param("delivery", to.id())
                .param("now", Columns.utc(now))
                .update();
    }

    /** Nothing happens when they had opted out after it before. */
    public void optedOut(Left after, Instant now) {
        jdbc.sql("""
                        insert into campaign_opt_out (delivery_id, campaign_id, at)
                        values (:delivery, :campaign, :now) on conflict do nothing""")
                .param("delivery", after.id())
                .param("campaign", after.campaignId())
                .param("now", Columns.utc(now))
                .update();
    }

    public Map<UUID, Outcomes> outcomes(Collection<UUID> campaignIds) {
        Map<UUID, Outcomes> outcomes = new HashMap<>();
        jdbc.sql("""
                        select id,
                               (select count(distinct delivery_id) from campaign_reply r where r.campaign_id = c.id) as replied,
                               (select count(*) from campaign_opt_out o where o.campaign_id = c.id) as opted_out
                        from unnest(:campaigns::uuid[]) as c (id)""").param("campaigns", campaignIds.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> outcomes.put(
                        row.getObject("id", UUID.class),
                        new Outcomes(row.getLong("replied"), row.getLong("opted_out"))));
        return outcomes;
    }

    /** How often each of these was answered; who never was is missing. */
    public Map<Long, Integer> replies(Collection<Long> deliveryIds) {
        Map<Long, Integer> replies = new HashMap<>();
        jdbc.sql("""
                        select delivery_id, count(*) as count from campaign_reply
                        where delivery_id = any(:deliveries) group by delivery_id""").param("deliveries", deliveryIds.toArray(Long[]::new)).query((RowCallbackHandler)
                row -> replies.put(row.getLong("delivery_id"), row.getInt("count")));
        return replies;
    }
}
