package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Campaign.State;
import io.cloudpbx.campaigns.CampaignDetails;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code campaign} and {@code campaign_sender}. */
@Repository
public class CampaignRows implements CampaignLedger {
    private static final String SELECT = """
            select c.*, (select array_agg(s.number order by s.position) from campaign_sender s
                         where s.campaign_id = c.id) as senders,
                   (select array_agg(m.media_id order by m.position) from campaign_media m
                         where m.campaign_id = c.id) as media
            from campaign c
            """;

    private final JdbcClient jdbc;

    CampaignRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID id, CampaignDetails details, String by, Instant now) {
        jdbc.sql("""
                        insert into campaign (id, name, message, kind, policy, state, starts_at, created_at, created_by)
                        values (:id, :name, :message, :kind, :policy, 'draft', :startsAt, :now, :by)""")
                .param("id", id)
                .param("name", details.name())
                .param("message", details.message())
                .param("kind", Columns.text(details.kind()))
                .param("policy", Columns.text(details.policy()))
                .param("startsAt", Columns.utcOrNull(details.startsAt()))
                .param("now", Columns.utc(now))
                .param("by", by)
                .update();
        insertSenders(id, details.senders());
        insertMedia(id, details.media());
    }

    /** False when somebody changed it since, or it is not to be changed any more. */
    public boolean update(UUID id, CampaignDetails details, long version) {
        boolean changed = jdbc.sql("""
                        update campaign
                        set name = :name, message = :message, kind = :kind, policy = :policy, starts_at = :startsAt,
                            version = version + 1
                        where id = :id and version = :version and state = any(:from)""")
                        .param("id", id)
                        .param("version", version)
                        .param("from", Columns.texts(Lifecycle.CHANGE.from()))
                        .param("name", details.name())
                        .param("message", details.message())
                        .param("kind", Columns.text(details.kind()))
                        .param("policy", Columns.text(details.policy()))
                        .param("startsAt", Columns.utcOrNull(details.startsAt()))
                        .update()
                == 1;
        if (changed) {
            jdbc.sql("delete from campaign_sender where campaign_id = :id")
                    .param("id", id)
                    .update();
            insertSenders(id, details.senders());
            jdbc.sql("delete from campaign_media where campaign_id = :id")
                    .param("id", id)
                    .update();
            insertMedia(id, details.media());
        }
        return changed;
    }

    /** It leaves from these from now on. */
    public void reassign(UUID id, List<PhoneNumber> senders) {
        jdbc.sql("update campaign set version = version + 1 where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from campaign_sender where campaign_id = :id")
                .param("id", id)
                .update();
        insertSenders(id, senders);
    }

    private void insertSenders(UUID id, List<PhoneNumber> senders) {
        jdbc.sql("""
                        insert into campaign_sender (campaign_id, position, number)
                        select :id, place, number from unnest(:numbers::text[]) with ordinality as given (number, place)""")
                .param("id", id)
                .param("numbers", Columns.texts(senders, PhoneNumber::e164))
                .update();
    }

    private void insertMedia(UUID id, List<UUID> media) {
        jdbc.sql("""
                        insert into campaign_media (campaign_id, position, media_id)
                        select :id, place, media from unnest(:media::uuid[]) with ordinality as given (media, place)""").param("id", id).param("media", media.toArray(UUID[]::new)).update();
    }

    @Override
    public boolean move(UUID id, Lifecycle act, @Nullable String why, Instant now) {
        return jdbc.sql("""
                        with held as (
                            select p.number from sender_pace p join campaign_sender s on s.number = p.number
                            where s.campaign_id = :id and p.stopped_because <> '' and :to = 'running'
                              and exists (select from campaign c where c.id = :id and c.state = any(:from))
                            order by p.number for update of p),
                        woken as (
                            update sender_pace p set stopped_until = null, stopped_because = ''
                            from held where p.number = held.number)
                        update campaign
                        set state = :to, why = :why, version = version + 1,
                            started_at = case when :to = 'running' then coalesce(started_at, :now) else started_at end,
                            running_since = case when :to = 'running' then :now else running_since end,
                            ended_at = case when :to in ('done', 'canceled') then :now end
                        where id = :id and state = any(:from)""")
                        .param("id", id)
                        .param("to", Columns.text(act.to()))
                        .param("from", Columns.texts(act.from()))
                        .param("why", why)
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    @Override
    public List<UUID> begin(Instant now) {
        return jdbc.sql("""
                        update campaign
                        set state = 'running', started_at = :now, running_since = :now, version = version + 1
                        where id in (select id from campaign where state = 'scheduled' and starts_at <= :now
                                     for no key update skip locked)
                        returning id""")
                .param("now", Columns.utc(now))
                .query((row, index) -> UUID.fromString(row.getString("id")))
                .list();
    }

    @Override
    public void reopen(UUID id) {
        jdbc.sql(
                        "update campaign set state = 'running', ended_at = null, version = version + 1 where id = :id and state = 'done'")
                .param("id", id)
                .update();
    }

    @Override
    public List<UUID> goOn(Instant since) {
        return jdbc.sql("""
                        update campaign set state = 'running', ended_at = null, version = version + 1
                        where id in (select c.id from campaign c
                                     where c.state = 'done' and c.ended_at > :since
                                       and exists (select from delivery d where d.campaign_id = c.id and d.state = 'waiting')
                                     for no key update of c skip locked)
                        returning id""")
                .param("since", Columns.utc(since))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from campaign where id = :id and state in ('draft', 'scheduled')")
                .param("id", id)
                .update();
    }

    @Override
    public Optional<Campaign> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(CampaignRows::read)
                .optional();
    }

    @Override
    public Optional<Campaign> lock(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id for no key update of c")
                .param("id", id)
                .query(CampaignRows::read)
                .optional();
    }

    @Override
    public Optional<Campaign> lockIfFree(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id for no key update of c skip locked")
                .param("id", id)
                .query(CampaignRows::read)
                .optional();
    }

    @Override
    public List<Campaign> running() {
        return jdbc.sql(SELECT + "where c.state = 'running' order by c.started_at")
                .query(CampaignRows::read)
                .list();
    }

    public List<Campaign> newest(@Nullable Cursor after, int limit) {
        return jdbc.sql(SELECT
                        + (after == null ? "" : "where (c.created_at, c.id) < (:at, :id) ")
                        + "order by c.created_at desc, c.id desc limit :limit")
                .param("at", after == null ? null : Columns.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(CampaignRows::read)
                .list();
    }

    private static List<UUID> media(ResultSet row) throws SQLException {
        var media = row.getArray("media");
        return media == null ? List.of() : List.of((UUID[]) media.getArray());
    }

    private static Campaign read(ResultSet row, int index) throws SQLException {
        String[] senders = row.getArray("senders") == null
                ? new String[0]
                : (String[]) row.getArray("senders").getArray();
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("message"),
                Columns.value(TextKind.class, row.getString("kind")),
                Columns.value(Policy.class, row.getString("policy")),
                Columns.value(State.class, row.getString("state")),
                row.getString("why"),
                Arrays.stream(senders).map(PhoneNumber::new).toList(),
                media(row),
                Columns.instantOrNull(row, "starts_at"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"),
                row.getLong("version"));
    }
}
