package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code delivery_news}, and what is still waited for. */
@Repository
public class ReceiptRows implements ReceiptLedger {
    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Receipt> keep(List<Receipt> receipts, Instant now) {
        return jdbc.sql("""
                        insert into delivery_news (carrier_id, status, token, error_code, at)
                        select id, status, token, code, :now
                        from unnest(:ids::text[], :statuses::text[], :tokens::text[], :codes::int[])
                            as news (id, status, token, code)
                        order by id, status
                        on conflict (carrier_id, status) do nothing
                        returning token, carrier_id, status, error_code""")
                .param("ids", Columns.texts(receipts, receipt -> receipt.id().value()))
                .param("statuses", Columns.texts(receipts, Receipt::status))
                .param("tokens", Columns.texts(receipts, Receipt::token))
                .param("codes", Columns.counts(receipts, Receipt::errorCode))
                .param("now", Columns.utc(now))
                .query((row, index) -> new Receipt(
                        row.getString("token"),
                        new CarrierId(row.getString("carrier_id")),
                        row.getString("status"),
                        row.getInt("error_code")))
                .list();
    }

    @Override
    public List<PhoneNumber> senders(Collection<String> tokens) {
        return jdbc.sql("select distinct sender from delivery_attempt where token = any(:tokens) order by sender")
                .param("tokens", tokens.toArray(String[]::new))
                .query((row, index) -> new PhoneNumber(row.getString("sender")))
                .list();
    }

    @Override
    public List<UUID> campaigns(Collection<String> tokens) {
        return jdbc.sql("""
                        select distinct d.campaign_id from delivery_attempt a join delivery d on d.id = a.delivery_id
                        where a.token = any(:tokens)""")
                .param("tokens", tokens.toArray(String[]::new))
                .query((row, index) -> row.getObject("campaign_id", UUID.class))
                .list();
    }

    @Override
    public List<Doubt> doubts(Instant startedBefore, Instant lookedBefore, int most) {
        return jdbc.sql("""
                        select a.token, a.delivery_id, a.sender, a.started_at, a.looked,
                               not exists (select from delivery_attempt b where b.delivery_id = a.delivery_id
                                   and b.token <> a.token and b.state not in ('not_sent', 'rejected', 'expired')) as is_first
                        from delivery d join delivery_attempt a on a.token = d.token
                        where d.state = 'checking' and a.started_at < :startedBefore
                          and (a.looked_at is null or a.looked_at < :lookedBefore)
                        order by a.started_at limit :most""")
                .param("startedBefore", Columns.utc(startedBefore))
                .param("lookedBefore", Columns.utc(lookedBefore))
                .param("most", most)
                .query(ReceiptRows::doubt)
                .list();
    }

    private static Doubt doubt(ResultSet row, int index) throws SQLException {
        return new Doubt(
                row.getString("token"),
                row.getLong("delivery_id"),
                row.getString("sender"),
                Columns.instant(row, "started_at"),
                row.getInt("looked"),
                row.getBoolean("is_first"));
    }

    @Override
    public void looked(String token, Instant now) {
        jdbc.sql("update delivery_attempt set looked = looked + 1, looked_at = :now where token = :token")
                .param("token", token)
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public void putOff(String token, Instant now) {
        jdbc.sql("update delivery_attempt set looked_at = :now where token = :token")
                .param("token", token)
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public void notFound(String token, boolean again, String sentence, Instant now) {
        jdbc.sql("""
                        with settled as (
                            update delivery_attempt set state = 'not_found', detail = :sentence, settled_at = :now
                            where token = :token and state in ('sending', 'unknown'))
                        update delivery
                        set state = case when :again then 'waiting' else 'not_confirmed' end, due_at = :now,
                            token = case when :again then null else token end,
                            sent_at = null, code = 'not_confirmed', sentence = :sentence, changed_at = :now
                        where id = (select delivery_id from delivery_attempt where token = :token) and token = :token
                          and state = 'checking'""")
                .param("token", token)
                .param("again", again)
                .param("sentence", sentence)
                .param("now", Columns.utc(now))
                .update();
    }

    @Override
    public boolean isKnown(CarrierId id) {
        return jdbc.sql("select exists (select from delivery_attempt where carrier_id = :id)"
                        + " or exists (select from delivery_news n join delivery_attempt a on a.token = n.token"
                        + " where n.carrier_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Quiet> quietSince(Instant since, Instant notBefore, Instant now, int most) {
        return jdbc.sql("""
                        select token, carrier_id, sender, sent_at from delivery
                        where state = 'sent' and changed_at < :since and changed_at + (changed_at - sent_at) < :now
                          and sent_at > :notBefore and carrier_id is not null
                        order by changed_at limit :most""")
                .param("since", Columns.utc(since))
                .param("notBefore", Columns.utc(notBefore))
                .param("now", Columns.utc(now))
                .param("most", most)
                .query((row, index) -> new Quiet(
                        row.getString("token"),
                        new CarrierId(row.getString("carrier_id")),
                        new PhoneNumber(row.getString("sender")),
                        Columns.instant(row, "sent_at")))
                .list();
    }

    @Override
    public void askedAbout(List<Quiet> asked, Instant now) {
        jdbc.sql("""
                        with held as (
                            select d.id from delivery_attempt a join delivery d on d.id = a.delivery_id and d.token = a.token
                            where a.token = any(:tokens) order by d.id for no key update of d)
                        update delivery d set changed_at = :now from held where d.id = held.id""")
                .param("tokens", Columns.texts(asked, Quiet::token))
                .param("now", Columns.utc(now))
                .update();
    }
}
